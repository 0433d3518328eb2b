package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By Helm itself, which renders, lints and checks values against the schema as its command does. */
class ChartTest {
    private static final Path CHART = Project.path("deploy/helm/keyholder");
    private static final Path VALUES = Path.of("src/test/resources/values.yaml");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/keyholder.yaml");

    private static final String KUBERNETES = "1.33.0";

    private static final Map<String, Class<?>> KINDS = Map.of(
            "Deployment", Deployment.class,
            "Service", io.fabric8.kubernetes.api.model.Service.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "NetworkPolicy", NetworkPolicy.class,
            "Ingress", Ingress.class);

    private static final YAMLMapper YAML = new YAMLMapper();

    /** The model would keep aside what it does not know. */
    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private static String rendered(String... settings) {
        TemplateCommand command = new Helm(CHART)
                .template()
                .withName("keyholder")
                .withNamespace("meetings")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(VALUES);
        for (String setting : settings) {
            int at = setting.indexOf('=');
            command = command.set(setting.substring(0, at), setting.substring(at + 1));
        }
        return command.call();
    }

    /** A copy that needs no further values: the linter takes those of the chart alone. */
    private static Path withValues(Path folder) throws IOException {
        Path copy = folder.resolve("keyholder");
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(CHART.relativize(file).toString()));
            }
        }
        Path values = copy.resolve("values.yaml");
        JsonNode merged = YAML.readerForUpdating(YAML.readTree(values.toFile())).readValue(VALUES.toFile());
        YAML.writeValue(values.toFile(), merged);
        return copy;
    }

    private static List<JsonNode> objects(String yaml) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            documents.forEachRemaining(objects::add);
        }
        return objects.stream().filter(object -> object.hasNonNull("kind")).toList();
    }

    private static List<JsonNode> ofKind(String kind, String yaml) throws IOException {
        return objects(yaml).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    @Test
    void shouldBeWithoutALinterComplaint(@TempDir Path folder) throws IOException {
        LintResult result = new Helm(withValues(folder)).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    /** Rendered anew with {@code -Dregenerate}; the difference is what a review looks at. */
    @Test
    void shouldRenderAsReviewed() throws IOException {
        String rendered = rendered();
        if (System.getProperty("regenerate") != null) {
            Files.writeString(GOLDEN, rendered);
        }

        assertThat(rendered).isEqualTo(Project.read(GOLDEN));
    }

    @Test
    void shouldNameNoFieldThatKubernetesDoesNotKnow() throws IOException {
        String rendered = rendered("ingress.enabled=true", "ingress.host=keyholder.example");

        for (JsonNode object : objects(rendered)) {
            Class<?> type = KINDS.get(object.path("kind").asText());
            assertThat(type).as(object.path("kind").asText()).isNotNull();
            assertThat(STRICT.treeToValue(object, type)).isNotNull();
        }
    }

    @Nested
    class ADeployment {

        @Test
        void shouldRunWithoutPrivileges() throws IOException {
            for (JsonNode deployment : ofKind("Deployment", rendered())) {
                JsonNode pod = deployment.at("/spec/template/spec");
                assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
                assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                        .isEqualTo("RuntimeDefault");
                assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                        .isFalse();
                JsonNode container = pod.at("/containers/0/securityContext");
                assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            }
        }

        @Test
        void shouldWriteNumbersOutInItsEnvironment() {
            assertThat(rendered("services.gateway.env.KEYHOLDER_GATEWAY_LIMITS_BODY=2097152"))
                    .contains("{name: KEYHOLDER_GATEWAY_LIMITS_BODY, value: \"2097152\"}");
        }

        @Test
        void shouldReachItsDatabaseAsAnotherUserWhereOneIsNamed() {
            assertThat(rendered("services.rooms-service.username=rooms_b"))
                    .contains("{name: KEYHOLDER_DATABASE_USERNAME, value: \"rooms_b\"}")
                    .contains("jdbc:postgresql://postgresql:5432/rooms?");
        }

        @Test
        void shouldHaveNoSecretInItsText() {
            assertThat(rendered()).contains("secretKeyRef").doesNotContain("stringData");
        }

        @ParameterizedTest
        @CsvSource({"startupProbe,/q/health/started", "livenessProbe,/q/health/live", "readinessProbe,/q/health/ready"})
        void shouldBeProbed(String probe, String path) throws IOException {
            assertThat(ofKind("Deployment", rendered()))
                    .hasSize(6)
                    .allSatisfy(deployment -> assertThat(deployment
                                    .at("/spec/template/spec/containers/0/" + probe + "/httpGet/path")
                                    .asText())
                            .isEqualTo(path));
        }

        @Test
        void shouldLeaveItsReplicasToAnAutoscalerThatThereIs() throws IOException {
            List<String> scaled = ofKind("HorizontalPodAutoscaler", rendered()).stream()
                    .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                    .toList();

            assertThat(scaled)
                    .containsExactlyInAnyOrder(
                            "keyholder-gateway", "keyholder-rbac-service", "keyholder-rooms-service");
            assertThat(ofKind("Deployment", rendered()))
                    .allSatisfy(deployment -> assertThat(deployment.at("/spec").has("replicas"))
                            .isNotEqualTo(scaled.contains(
                                    deployment.at("/metadata/name").asText())));
        }
    }

    @Nested
    class ANetworkPolicy {

        @Test
        void shouldShowMetricsToNobodyWhereNobodyIsNamed() throws IOException {
            assertThat(ofKind("NetworkPolicy", rendered("networkPolicy.prometheus=null")))
                    .hasSize(6)
                    .allSatisfy(policy -> assertThat(policy.at("/spec/ingress").findValuesAsText("port"))
                            .containsExactly("http"))
                    .allSatisfy(policy ->
                            assertThat(policy.findValues("namespaceSelector")).isEmpty());
        }
    }

    @Nested
    class APodMonitor {

        @Test
        void shouldBeChosenByItsLabels() throws IOException {
            assertThat(ofKind("PodMonitor", rendered("podMonitor.enabled=true", "podMonitor.labels.release=stack")))
                    .singleElement()
                    .satisfies(monitor -> assertThat(
                                    monitor.at("/metadata/labels/release").asText())
                            .isEqualTo("stack"));
        }
    }

    @Nested
    class Values {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kafka.bootstrapServers=",
                    "postgresql.existingSecret=",
                    "identity.operatorIssuer=operators",
                    "gateway.publicUrl=keyholder.example",
                    "services.rooms-service.replicas=0",
                    "services.rooms=1",
                    "services.rooms-service.podAnnotations.revision=1",
                    "kafka.client.SASL_MECHANISM=PLAIN",
                    "services.rooms-service.env.KEYHOLDER_DATABASE_POOL_SIZE=30",
                    "defaults.env.QUARKUS_SHUTDOWN_DELAY=1S",
                    "colour=blue"
                })
        void shouldBeRefusedByTheSchema(String setting) {
            assertThatThrownBy(() -> rendered(setting)).hasMessageContaining("schema");
        }
    }
}
