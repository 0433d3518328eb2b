package io.keyholder.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyholder.e2e.actors.Deployment;
import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with an account on the machine, or with one service's password, can do to a stack of this machine. */
class LocalUsersIT {
    private LocalStack stack;

    @BeforeEach
    void onlyWhereTheStackIsOurs() {
        assumeTrue(Deployment.current().stack().isPresent());
        stack = Deployment.current().stack().orElseThrow();
    }

    @Test
    void shouldKeepOthersOutOfItsDirectory() throws IOException {
        Path base = Path.of("target", "stack");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base)))
                .isIn("rwx------", "rwx--x--x");
        assertThat(base.resolve("credentials.properties")).satisfies(LocalUsersIT::isItsOwners);
        assertThat(base.resolve("data/kafka/server.properties")).satisfies(LocalUsersIT::isItsOwners);
        assertThat(base.resolve("logs/keycloak.log")).satisfies(LocalUsersIT::isItsOwners);
        try (var keycloak = Files.walk(base.resolve("data/keycloak/data"))) {
            assertThat(keycloak.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".db")))
                    .isNotEmpty()
                    .allSatisfy(LocalUsersIT::isItsOwners);
        }
    }

    @Test
    void shouldShowNobodyAnything() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")));
        String base = Path.of("target", "stack").toAbsolutePath().toString();

        Process search = new ProcessBuilder(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=65534",
                        "--clear-groups",
                        "find",
                        base,
                        base + "/credentials.properties",
                        base + "/data/keycloak/data/h2",
                        "-type",
                        "f",
                        "-readable")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        search.waitFor();
    }

    @Test
    void shouldNotGiveTheOperatorThePasswordThatEverybodyKnows() {
        assertThat(stack.passwords().of("operator")).isNotEqualTo("demo").hasSizeGreaterThan(32);
        assertThat(stack.token("operator")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-relationship-service", "invitation-service", "rooms-service", "audit-service"})
    void shouldNotTakeAnAssignmentFromAnyoneButItsOwner(String user) {
        Map<String, Object> properties = new HashMap<>(stack.kafkaClientOf(user));
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            var forged = producer.send(new ProducerRecord<>("assignments.v1", "forged", "{}"));

            assertThatThrownBy(forged::get).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static void isItsOwners(Path file) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
