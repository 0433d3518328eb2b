package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartValuesTest {
    private static final Path README = Project.path("deploy/helm/keyholder/README.md");
    private static final String BEGIN =
            "<!-- From values.schema.json and values.yaml: mvn -pl deploy/tests test -Dregenerate -->\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.bootstrapServers=",
                "kafka.client.SASL_MECHANISM=PLAIN",
                "postgresql.existingSecret=",
                "identity.operatorIssuer=operators",
                "gateway.publicUrl=keyholder.example",
                "services.rooms=1",
                "services.rooms-service.replicas=0",
                "services.rooms-service.outboxEpoch=0",
                "services.rooms-service.podAnnotations.revision=1",
                "services.rooms-service.image.digest=0123",
                "services.rooms-service.autoscaling.targetCpu=101",
                "services.rooms-service.autoscaling.keda.lagThreshold=0",
                "services.rooms-service.env.KEYHOLDER_DATABASE_POOL_SIZE=30",
                "services.rooms-service.env.JAVA_TOOL_OPTIONS=-Xmx1g",
                "services.rooms-service.extraEnv[0].name=KEYHOLDER_CONSISTENCY_SECRET",
                "services.rooms-service.extraEnv[0].values=1",
                "services.rooms-service.serviceAccount.token=true",
                "defaults.env.QUARKUS_SHUTDOWN_DELAY=1S",
                "defaults.env.QUARKUS_INIT_AND_EXIT=true",
                "defaults.podSecurityContext.runAsUser=0",
                "defaults.podSecurityContext.runAsNonRoot=false",
                "defaults.podLabels.app\\.kubernetes\\.io/name=other",
                "defaults.affinity.zone=a",
                "defaults.tolerations[0].effect=Never",
                "defaults.topologySpreadConstraints[0].topologyKey=zone",
                "defaults.volumes[0].hostPath.path=/",
                "defaults.volumeMounts[1].name=files",
                "migrations.job.backoffLimit=-1",
                "externalSecrets.enabled=true",
                "externalSecrets.secretStoreRef.kind=Vault",
                "externalSecrets.kafkaProperties[0]=password",
                "externalSecrets.refreshInterval=often",
                "ingress.enabled=true",
                "httpRoute.enabled=true",
                "httpRoute.parentRefs[0].gateway=public",
                "networkPolicy.clients[0].pods=all",
                "networkPolicy.egress.kafka.ports[0]=0",
                "networkPolicy.egress.redis.ports[0]=6379",
                "serviceMonitor.interval=5s",
                "extraObjects[0]=7",
                "colour=blue"
            })
    void shouldBeRefusedByTheSchema(String setting) {
        assertThatThrownBy(() -> Chart.rendered(setting)).hasMessageContaining("schema");
    }

    @Test
    void shouldBeRefusedWhereTheyContradictEachOther() {
        assertThatThrownBy(() -> Chart.rendered(
                        "trustedCertificates.pem=PEM", "trustedCertificates.existingConfigMap=company-ca"))
                .hasMessageContaining("either pem or existingConfigMap");
    }

    /** That what is refused above is refused for what it says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "services.rooms-service.outboxEpoch=2",
                "services.rooms-service.autoscaling.keda.lagThreshold=1",
                "services.rooms-service.env.KEYHOLDER_DATABASE_LOCK_TIMEOUT=1s",
                "services.rooms-service.extraEnv[0].name=MORE",
                "defaults.podSecurityContext.runAsUser=1",
                "defaults.podLabels.team=rooms",
                "defaults.tolerations[0].effect=NoSchedule",
                "defaults.volumes[0].name=files",
                "externalSecrets.kafkaProperties[0]=KEYHOLDER_KAFKA_CLIENT_SSL_KEYSTORE_KEY",
                "networkPolicy.clients[0].podSelector.matchLabels.app=ingress",
                "networkPolicy.egress.kafka.ports[0]=9092"
            })
    void shouldBeTakenWhereTheyAreRight(String setting) {
        assertThat(Chart.rendered(setting)).isNotEmpty();
    }

    @Nested
    class TheReference {
        private final ValuesReference reference = new ValuesReference();

        @Test
        void shouldSayWhatEachValueMeans() {
            List<String> described =
                    reference.rows().stream().map(ValuesReference.Row::path).toList();

            assertThat(reference.rows())
                    .hasSizeGreaterThan(80)
                    .allSatisfy(row -> assertThat(row.meaning()).as(row.path()).endsWith("."));
            assertThat(leaves("", reference.values()))
                    .filteredOn(path -> !path.startsWith("services."))
                    .hasSizeGreaterThan(60)
                    .allMatch(
                            path -> described.stream().anyMatch(row -> path.equals(row) || path.startsWith(row + ".")));
        }

        @Test
        void shouldBeInTheReadme() throws IOException {
            String readme = Project.read(README);
            int begin = readme.indexOf(BEGIN) + BEGIN.length();
            int end = readme.indexOf("\n\n", begin) + 1;
            if (System.getProperty("regenerate") != null) {
                Files.writeString(README, readme.substring(0, begin) + reference.table() + readme.substring(end));
                return;
            }

            assertThat(readme.substring(begin, end)).isEqualTo(reference.table());
        }

        private static List<String> leaves(String prefix, JsonNode values) {
            List<String> paths = new ArrayList<>();
            values.properties().forEach(value -> {
                String path = prefix + value.getKey();
                if (value.getValue().isObject() && !value.getValue().isEmpty()) {
                    paths.addAll(leaves(path + ".", value.getValue()));
                } else {
                    paths.add(path);
                }
            });
            return paths;
        }
    }
}
