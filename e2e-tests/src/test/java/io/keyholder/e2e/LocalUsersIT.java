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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    @Test
    void shouldNotServeAsAUserOfKafkaThatCouldWriteWhatOthersOwn() throws IOException, InterruptedException {
        Path log = Path.of("target", "gateway-as-rooms-service.log");
        Process gateway = gatewayAs("rooms-service", log);
        try {
            assertThat(gateway.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            gateway.destroyForcibly();
        }

        assertThat(gateway.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log)).contains("event=kafka.user-refused", "rooms.v1");
    }

    private Process gatewayAs(String kafkaUser, Path log) throws IOException {
        ProcessBuilder gateway = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                Path.of("..", "gateway", "target", "quarkus-app", "quarkus-run.jar")
                        .toString());
        stack.kafkaClientOf(kafkaUser)
                .forEach((name, value) -> gateway.environment()
                        .put(
                                "KEYHOLDER_KAFKA_CLIENT_"
                                        + name.toUpperCase(Locale.ROOT).replace('.', '_'),
                                value));
        Map<String, String> environment = gateway.environment();
        environment.put(
                "KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS",
                stack.kafkaClientOf(kafkaUser).get("bootstrap.servers"));
        environment.put("KEYHOLDER_KAFKA_REQUIRE_RESTRICTED_USER", "true");
        environment.put("KEYHOLDER_HTTP_PORT", "0");
        environment.put("KEYHOLDER_MANAGEMENT_PORT", "0");
        environment.put("KEYHOLDER_OPERATOR_ISSUER", stack.issuer("operators"));
        environment.put("KEYHOLDER_IDENTITY_ALLOW_LOOPBACK_ISSUERS", "true");
        environment.put("KEYHOLDER_CONSISTENCY_SECRET", "of-nobody-but-this-test-which-needs-one");
        for (String service : List.of("TENANT_RELATIONSHIP", "INVITATION", "RBAC", "ROOMS", "AUDIT")) {
            environment.put("KEYHOLDER_GATEWAY_SERVICES_" + service, "http://127.0.0.1:1");
        }
        return gateway.redirectErrorStream(true).redirectOutput(log.toFile()).start();
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
