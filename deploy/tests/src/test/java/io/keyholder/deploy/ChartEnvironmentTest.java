package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the six deployments tell their processes, and which pods a change replaces. */
class ChartEnvironmentTest {
    private static final String SPEC = "/spec/template/spec";

    private static JsonNode rooms(String... settings) {
        return Chart.deployment("rooms-service", Chart.rendered(settings));
    }

    private static Map<String, JsonNode> roomsEnvironment(String... settings) {
        return Chart.environment(rooms(settings).at("/spec/template"));
    }

    private static Map<String, JsonNode> templates(String... settings) {
        return Chart.ofKind("Deployment", Chart.rendered(settings)).stream()
                .collect(Collectors.toMap(
                        deployment -> deployment.at("/metadata/name").asText(),
                        deployment -> deployment.at("/spec/template")));
    }

    @Nested
    class AnEnvironment {

        @Test
        void shouldHaveNumbersWrittenOut() {
            assertThat(Chart.rendered("services.gateway.env.KEYHOLDER_GATEWAY_LIMITS_BODY=2097152"))
                    .contains("{name: KEYHOLDER_GATEWAY_LIMITS_BODY, value: \"2097152\"}");
        }

        @Test
        void shouldNameAnotherUserOfTheDatabase() {
            Map<String, JsonNode> variables = roomsEnvironment("services.rooms-service.username=rooms_b");

            assertThat(variables
                            .get("KEYHOLDER_DATABASE_USERNAME")
                            .path("value")
                            .asText())
                    .isEqualTo("rooms_b");
            assertThat(variables.get("KEYHOLDER_DATABASE_URL").path("value").asText())
                    .startsWith("jdbc:postgresql://postgresql:5432/rooms?");
        }

        @Test
        void shouldHaveAnEpochOfTheServicesOwn() {
            String rendered = Chart.rendered("outbox.epoch=2", "services.rooms-service.outboxEpoch=12345678");

            assertThat(Chart.ofKind("Deployment", rendered).stream()
                            .map(deployment -> Chart.environment(deployment.at("/spec/template")))
                            .filter(variables -> variables.containsKey("KEYHOLDER_OUTBOX_EPOCH"))
                            .map(variables -> variables
                                    .get("KEYHOLDER_OUTBOX_EPOCH")
                                    .path("value")
                                    .asText()))
                    .containsExactlyInAnyOrder("2", "2", "2", "2", "12345678");
        }

        @Test
        void shouldTellTheJvm() {
            assertThat(roomsEnvironment()).doesNotContainKey("JAVA_TOOL_OPTIONS");
            assertThat(roomsEnvironment("defaults.javaToolOptions=-XX:+UseG1GC")
                            .get("JAVA_TOOL_OPTIONS")
                            .path("value")
                            .asText())
                    .isEqualTo("-XX:+UseG1GC");
        }

        @Test
        void shouldTakeVariablesFromElsewhere() {
            JsonNode container = rooms(
                            "defaults.extraEnv[0].name=POD",
                            "defaults.extraEnv[0].valueFrom.fieldRef.fieldPath=metadata.name",
                            "defaults.extraEnvFrom[0].configMapRef.name=more")
                    .at(SPEC + "/containers/0");

            assertThat(container.path("env").findValuesAsText("fieldPath")).containsExactly("metadata.name");
            assertThat(container.path("envFrom").findValuesAsText("name"))
                    .containsExactly("keyholder-kafka-rooms-service", "more");
        }
    }

    @Nested
    class ARollout {

        @Test
        void shouldReplaceThePodsAloneThatAChangeConcerns() {
            Map<String, JsonNode> before = templates();
            Map<String, JsonNode> after = templates("services.rooms-service.env.QUARKUS_LOG_LEVEL=DEBUG");

            assertThat(changed(before, after)).containsExactly("keyholder-rooms-service");
        }

        @Test
        void shouldFollowCertificatesThatChange() {
            Map<String, JsonNode> none = templates();
            Map<String, JsonNode> before = templates("trustedCertificates.pem=one");
            Map<String, JsonNode> after = templates("trustedCertificates.pem=two");

            assertThat(none.values())
                    .allSatisfy(
                            pod -> assertThat(pod.at("/metadata/annotations").isMissingNode())
                                    .isTrue());
            assertThat(changed(before, after)).hasSize(6);
        }

        private static Set<String> changed(Map<String, JsonNode> before, Map<String, JsonNode> after) {
            return before.keySet().stream()
                    .filter(name -> !before.get(name).equals(after.get(name)))
                    .collect(Collectors.toSet());
        }
    }
}
