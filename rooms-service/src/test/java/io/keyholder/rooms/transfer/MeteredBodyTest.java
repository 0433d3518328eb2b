package io.keyholder.rooms.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeteredBodyTest {

    @Test
    void shouldRefuseWhatIsTooLong() {
        assertThatThrownBy(() -> body("x".repeat(101), Duration.ofMinutes(1)).readToTheEnd())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(CommonProblem.PAYLOAD_TOO_LARGE));
    }

    @Test
    void shouldRefuseWhatTakesTooLong() {
        assertThatThrownBy(() -> body("x", Duration.ZERO).readToTheEnd())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(CommonProblem.INVALID_REQUEST));
    }

    @Test
    void shouldHashAllThatArrived() throws Exception {
        assertThat(hash("abc")).isEqualTo(hash("abc")).isNotEqualTo(hash("abd"));
    }

    private static byte[] hash(String text) throws Exception {
        MeteredBody body = body(text, Duration.ofMinutes(1));
        assertThat(body.read()).isEqualTo(text.charAt(0));
        body.readToTheEnd();
        return body.hash();
    }

    private static MeteredBody body(String text, Duration arrival) {
        return new MeteredBody(
                new ByteArrayInputStream(text.getBytes(UTF_8)), new FewAtOnce(100, 100, Duration.ZERO, arrival));
    }
}
