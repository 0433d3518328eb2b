package io.keyholder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Deployment;
import io.keyholder.localstack.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code ./keyholder demo}: the integrators' tutorial, which itself checks every answer. */
class DemoIT {

    @Test
    void shouldPlayToTheEndTwice() {
        assertThat(play()).contains("== 8.").endsWith("# The end.");
        assertThat(play()).contains("clears away what an earlier play left").endsWith("# The end.");
    }

    private static String play() {
        var shown = new ByteArrayOutputStream();
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Deployment deployment = Deployment.current();
        try {
            Demo.play(out, deployment.gatewayUrl(), deployment.keycloakUrl(), deployment.passwords());
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\nafter\n" + shown.toString(StandardCharsets.UTF_8), e);
        }
        return shown.toString(StandardCharsets.UTF_8).strip();
    }
}
