package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChartMigrationsTest {
    private static final String OWNER = "KEYHOLDER_DATABASE_OWNER_PASSWORD";

    private static List<Map<String, JsonNode>> environments(String kind, String rendered) {
        return Chart.ofKind(kind, rendered).stream()
                .map(object -> Chart.environment(object.at("/spec/template")))
                .filter(variables -> variables.containsKey("KEYHOLDER_DATABASE_URL"))
                .toList();
    }

    @Test
    void shouldBeDoneByTheServicesAtTheirStart() {
        String rendered = Chart.rendered();

        assertThat(Chart.ofKind("Job", rendered)).isEmpty();
        assertThat(environments("Deployment", rendered))
                .hasSize(5)
                .allSatisfy(variables ->
                        assertThat(variables).containsKey(OWNER).doesNotContainKey("QUARKUS_FLYWAY_MIGRATE_AT_START"));
    }

    @Nested
    class ByJobs {
        private final String rendered = Chart.rendered("migrations.job.enabled=true");

        @Test
        void shouldComeBeforeTheServices() {
            assertThat(Chart.ofKind("Job", rendered))
                    .hasSize(5)
                    .allSatisfy(job -> assertThat(job.at("/metadata/annotations")
                                    .path("helm.sh/hook")
                                    .asText())
                            .isEqualTo("pre-install,pre-upgrade"));
        }

        @Test
        void shouldEndOnceTheyAreDone() {
            assertThat(environments("Job", rendered)).hasSize(5).allSatisfy(variables -> {
                assertThat(variables.get("QUARKUS_INIT_AND_EXIT").path("value").asText())
                        .isEqualTo("true");
                assertThat(variables).doesNotContainKey("QUARKUS_FLYWAY_MIGRATE_AT_START");
            });
        }

        @Test
        void shouldLeaveTheOwnersPasswordsToTheJobs() {
            assertThat(environments("Job", rendered))
                    .allSatisfy(variables -> assertThat(variables).containsKey(OWNER));
            assertThat(environments("Deployment", rendered)).hasSize(5).allSatisfy(variables -> {
                assertThat(variables)
                        .doesNotContainKey(OWNER)
                        .doesNotContainKey("KEYHOLDER_DATABASE_OWNER_USERNAME")
                        .doesNotContainKey("QUARKUS_INIT_AND_EXIT");
                assertThat(variables
                                .get("QUARKUS_FLYWAY_MIGRATE_AT_START")
                                .path("value")
                                .asText())
                        .isEqualTo("false");
            });
        }

        @Test
        void shouldBeSentNoRequestsMeantForTheService() {
            List<JsonNode> selectors = Chart.ofKind("Service", rendered).stream()
                    .map(service -> service.at("/spec/selector"))
                    .toList();

            assertThat(Chart.ofKind("Job", rendered))
                    .allSatisfy(job -> assertThat(selectors)
                            .noneMatch(selector -> selector.properties().stream()
                                    .allMatch(label -> label.getValue()
                                            .equals(job.at("/spec/template/metadata/labels")
                                                    .path(label.getKey())))));
        }

        @Test
        void shouldReadCertificatesOfTheirOwn() {
            String trusting = Chart.rendered("migrations.job.enabled=true", "trustedCertificates.pem=PEM");

            assertThat(Chart.ofKind("Job", trusting))
                    .hasSize(5)
                    .allSatisfy(job -> assertThat(job.at("/spec/template/spec/volumes/1/configMap/name")
                                    .asText())
                            .isEqualTo("keyholder-trusted-certificates-migration"));
            assertThat(Chart.object("ConfigMap", "keyholder-trusted-certificates-migration", trusting)
                            .at("/metadata/annotations")
                            .path("helm.sh/hook-weight")
                            .asText())
                    .isEqualTo("-1");
        }
    }
}
