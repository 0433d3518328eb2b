package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six deployments, and what one can change of each. */
class ChartServicesTest {
    private static final String SPEC = "/spec/template/spec";

    private static JsonNode rooms(String... settings) {
        return Chart.deployment("rooms-service", Chart.rendered(settings));
    }

    private static Map<String, JsonNode> templates(String... settings) {
        return Chart.ofKind("Deployment", Chart.rendered(settings)).stream()
                .collect(Collectors.toMap(
                        deployment -> deployment.at("/metadata/name").asText(),
                        deployment -> deployment.at("/spec/template")));
    }

    @ParameterizedTest
    @CsvSource({"startupProbe,/q/health/started", "livenessProbe,/q/health/live", "readinessProbe,/q/health/ready"})
    void shouldBeProbed(String probe, String path) {
        assertThat(templates().values())
                .hasSize(6)
                .allSatisfy(pod -> assertThat(pod.at("/spec/containers/0/" + probe + "/httpGet/path")
                                .asText())
                        .isEqualTo(path));
    }

    @Test
    void shouldHaveNoSecretInTheirText() {
        assertThat(Chart.rendered()).contains("secretKeyRef").doesNotContain("stringData");
    }

    @Nested
    class AnImage {

        @Test
        void shouldBeThatOfItsDigest() {
            String digest = "sha256:" + "0123456789abcdef".repeat(4);
            String rendered =
                    Chart.rendered("services.rooms-service.image.digest=" + digest, "image.registry=r.example");

            assertThat(Chart.deployment("rooms-service", rendered)
                            .at(SPEC + "/containers/0/image")
                            .asText())
                    .isEqualTo("r.example/keyholder/rooms-service@" + digest);
            assertThat(Chart.deployment("rbac-service", rendered)
                            .at(SPEC + "/containers/0/image")
                            .asText())
                    .isEqualTo("r.example/keyholder/rbac-service:0.1.0");
        }
    }

    @Nested
    class AServiceAccount {

        @Test
        void shouldBeOneForEachService() {
            List<String> used = templates().values().stream()
                    .map(pod -> pod.at("/spec/serviceAccountName").asText())
                    .toList();

            assertThat(used).hasSize(6).doesNotHaveDuplicates();
            assertThat(Chart.ofKind("ServiceAccount", Chart.rendered()))
                    .extracting(account -> account.at("/metadata/name").asText())
                    .containsExactlyInAnyOrderElementsOf(used);
        }

        @Test
        void shouldHaveNoTokenMountedWhoeverUsesIt() {
            assertThat(Chart.ofKind("ServiceAccount", Chart.rendered()))
                    .allSatisfy(account -> assertThat(
                                    account.path("automountServiceAccountToken").asBoolean(true))
                            .isFalse());
        }

        @Test
        void shouldBeOneThatThereIs() {
            String rendered = Chart.rendered(
                    "defaults.serviceAccount.create=false", "services.rooms-service.serviceAccount.name=rooms");

            assertThat(Chart.ofKind("ServiceAccount", rendered)).isEmpty();
            assertThat(Chart.deployment("rooms-service", rendered)
                            .at(SPEC + "/serviceAccountName")
                            .asText())
                    .isEqualTo("rooms");
            assertThat(Chart.deployment("gateway", rendered)
                            .at(SPEC + "/serviceAccountName")
                            .asText())
                    .isEqualTo("default");
        }
    }

    @Nested
    class APod {

        @Test
        void shouldBeLabelledWithoutLosingItsService() {
            JsonNode deployment = rooms("defaults.podLabels.team=rooms");

            assertThat(deployment.at("/spec/template/metadata/labels/team").asText())
                    .isEqualTo("rooms");
            assertThat(deployment.at("/spec/selector/matchLabels").has("team")).isFalse();
        }

        @Test
        void shouldBeSpreadAmongThoseOfItsService() {
            JsonNode byDefault = rooms().at(SPEC + "/topologySpreadConstraints");
            JsonNode own = rooms(
                            "defaults.topologySpreadConstraints[0].maxSkew=1",
                            "defaults.topologySpreadConstraints[0].topologyKey=zone",
                            "defaults.topologySpreadConstraints[0].whenUnsatisfiable=DoNotSchedule",
                            "defaults.topologySpreadConstraints[0].labelSelector.matchLabels.team=rooms")
                    .at(SPEC + "/topologySpreadConstraints");

            assertThat(byDefault.findValuesAsText("topologyKey")).containsExactly("kubernetes.io/hostname");
            assertThat(byDefault.findValuesAsText("app.kubernetes.io/name")).containsExactly("rooms-service");
            assertThat(own.findValuesAsText("team")).containsExactly("rooms");
            assertThat(own.findValuesAsText("app.kubernetes.io/name")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "priorityClassName=business, priorityClassName",
            "nodeSelector.disk=ssd, nodeSelector/disk",
            "tolerations[0].key=rooms, tolerations/0/key",
            "affinity.nodeAffinity.some=thing, affinity/nodeAffinity/some",
            "podSecurityContext.fsGroup=5, securityContext/fsGroup",
            "volumes[0].name=files, volumes/1/name"
        })
        void shouldHaveWhatItsServiceAloneHas(String setting, String path) {
            String value = setting.substring(setting.indexOf('=') + 1);
            String rendered = Chart.rendered("services.rooms-service." + setting);

            assertThat(Chart.deployment("rooms-service", rendered)
                            .at(SPEC + "/" + path)
                            .asText())
                    .isEqualTo(value);
            assertThat(Chart.deployment("rbac-service", rendered)
                            .at(SPEC + "/" + path)
                            .asText())
                    .isNotEqualTo(value);
        }
    }
}
