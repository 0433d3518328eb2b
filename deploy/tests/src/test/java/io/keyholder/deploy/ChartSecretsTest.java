package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Secrets and certificates: where they come from, and who has them. */
class ChartSecretsTest {
    private static final String[] EXTERNAL = {
        "externalSecrets.enabled=true", "externalSecrets.secretStoreRef.name=vault"
    };

    private static String external(String... settings) {
        return Chart.rendered(
                Stream.concat(Arrays.stream(EXTERNAL), Arrays.stream(settings)).toArray(String[]::new));
    }

    /** What pods read, as {@code secret/key}; of a secret that is read as a whole {@code secret/*}. */
    private static Set<String> read(String rendered) {
        Set<String> read = new TreeSet<>();
        for (JsonNode pod : Chart.pods(rendered)) {
            pod.findValues("secretKeyRef")
                    .forEach(ref -> read.add(
                            ref.path("name").asText() + "/" + ref.path("key").asText()));
            pod.findValues("secretRef").forEach(ref -> read.add(ref.path("name").asText() + "/*"));
        }
        return read;
    }

    private static Set<String> made(String rendered) {
        Set<String> made = new TreeSet<>();
        for (JsonNode secret : Chart.ofKind("ExternalSecret", rendered)) {
            String name = secret.at("/spec/target/name").asText();
            assertThat(secret.at("/metadata/name").asText()).isEqualTo(name);
            secret.at("/spec/data").forEach(entry -> {
                assertThat(entry.at("/remoteRef/property").asText())
                        .isEqualTo(entry.path("secretKey").asText());
                made.add(
                        name.startsWith("keyholder-kafka-")
                                ? name + "/*"
                                : name + "/" + entry.path("secretKey").asText());
            });
        }
        return made;
    }

    @Test
    void shouldGiveEachServiceAUserOfItsOwnAtKafka() {
        Set<String> kafka = new TreeSet<>();
        for (JsonNode deployment : Chart.ofKind("Deployment", Chart.rendered())) {
            String secret = deployment
                    .at("/spec/template/spec/containers/0/envFrom/0/secretRef/name")
                    .asText();
            assertThat(secret)
                    .isEqualTo(deployment.at("/metadata/name").asText().replace("keyholder-", "keyholder-kafka-"));
            kafka.add(secret);
        }

        assertThat(kafka).hasSize(6);
    }

    @Nested
    class AnExternalSecret {

        @Test
        void shouldNotBeThereByDefault() {
            assertThat(made(Chart.rendered())).isEmpty();
        }

        @Test
        void shouldHavePreciselyWhatPodsRead() {
            String rendered = external();

            assertThat(read(rendered)).hasSize(5 * 2 + (1 + 5) + 6);
            assertThat(made(rendered)).isEqualTo(read(rendered));
        }

        @Test
        void shouldBeThereBeforeTheJobsThatMigrate() {
            String rendered = external("migrations.job.enabled=true");
            Set<String> unread = made(rendered);
            unread.removeAll(read(rendered));

            assertThat(made(rendered)).containsAll(read(rendered));
            // The owners' passwords are read by the jobs, from secrets of their own.
            assertThat(unread).hasSize(5).allMatch(key -> key.matches("keyholder-postgresql/.*-owner-password"));
            assertThat(Chart.object("ExternalSecret", "keyholder-postgresql-migration", rendered)
                            .at("/metadata/annotations"))
                    .hasToString("{\"helm.sh/hook\":\"pre-install,pre-upgrade\",\"helm.sh/hook-weight\":\"-1\","
                            + "\"helm.sh/hook-delete-policy\":\"before-hook-creation,hook-succeeded\"}");
        }

        @Test
        void shouldComeFromTheStoreThatIsNamed() {
            String rendered = external(
                    "externalSecrets.secretStoreRef.kind=ClusterSecretStore", "externalSecrets.keys.kafka=prod/kafka");

            JsonNode secret = Chart.object("ExternalSecret", "keyholder-kafka-gateway", rendered);
            assertThat(secret.at("/spec/secretStoreRef"))
                    .hasToString("{\"kind\":\"ClusterSecretStore\",\"name\":\"vault\"}");
            assertThat(secret.at("/spec/data/0/remoteRef/key").asText()).isEqualTo("prod/kafka-gateway");
        }
    }

    @Nested
    class TrustedCertificates {

        private static void assertTrusted(String configMap, String key, String rendered) {
            assertThat(Chart.ofKind("Deployment", rendered)).allSatisfy(deployment -> {
                JsonNode pod = deployment.at("/spec/template");
                Map<String, JsonNode> variables = Chart.environment(pod);
                assertThat(variables
                                .get("KEYHOLDER_IDENTITY_TRUSTED_CERTIFICATES")
                                .path("value")
                                .asText())
                        .isEqualTo("/etc/keyholder/certificates/ca.crt");
                assertThat(pod.at("/spec/containers/0/volumeMounts/1/mountPath").asText())
                        .isEqualTo("/etc/keyholder/certificates");
                assertThat(pod.at("/spec/volumes/1/configMap"))
                        .hasToString("{\"name\":\"" + configMap + "\",\"items\":[{\"key\":\"" + key
                                + "\",\"path\":\"ca.crt\"}]}");
            });
        }

        @Test
        void shouldBeThoseOfTheValues() {
            String rendered = Chart.rendered("trustedCertificates.pem=PEM");

            assertTrusted("keyholder-trusted-certificates", "ca.crt", rendered);
            assertThat(Chart.object("ConfigMap", "keyholder-trusted-certificates", rendered)
                            .path("data"))
                    .hasToString("{\"ca.crt\":\"PEM\"}");
        }

        @Test
        void shouldBeThoseOfAConfigMapThatThereIs() {
            String rendered = Chart.rendered(
                    "trustedCertificates.existingConfigMap=company-ca", "trustedCertificates.key=root.pem");

            assertTrusted("company-ca", "root.pem", rendered);
            assertThat(Chart.ofKind("ConfigMap", rendered)).isEmpty();
        }
    }
}
