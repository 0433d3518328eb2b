package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChartNetworkPolicyTest {

    private static List<JsonNode> policies(String... settings) {
        return Chart.ofKind("NetworkPolicy", Chart.rendered(settings));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    @Test
    void shouldShowMetricsToNobodyWhereNobodyIsNamed() {
        assertThat(policies("networkPolicy.prometheus=null"))
                .hasSize(6)
                .allSatisfy(policy -> assertThat(policy.at("/spec/ingress").findValuesAsText("port"))
                        .containsExactly("http"))
                .allSatisfy(policy ->
                        assertThat(policy.findValues("namespaceSelector")).isEmpty());
    }

    @Test
    void shouldLetTheTestInWhereClientsAreNamed() {
        JsonNode gateway = Chart.object(
                "NetworkPolicy",
                "keyholder-gateway",
                Chart.rendered("networkPolicy.clients[0].podSelector.matchLabels.app=ingress"));

        assertThat(elements(gateway.at("/spec/ingress/0/from")).stream()
                        .map(peer -> peer.at("/podSelector/matchLabels").toString()))
                .containsExactly(
                        "{\"app\":\"ingress\"}",
                        Chart.object("Pod", "keyholder-test", Chart.rendered())
                                .at("/metadata/labels")
                                .toString()
                                .replaceAll(",\"app.kubernetes.io/part-of.*", "}"));
    }

    @Nested
    class OfEgress {

        private static JsonNode policy(String service, String... settings) {
            String[] all = Stream.concat(Stream.of("networkPolicy.egress.enabled=true"), Arrays.stream(settings))
                    .toArray(String[]::new);
            return Chart.object("NetworkPolicy", "keyholder-" + service, Chart.rendered(all));
        }

        /** The ports of each rule, in the order of the rules. */
        private static List<List<String>> ports(JsonNode policy) {
            return elements(policy.at("/spec/egress")).stream()
                    .map(rule -> rule.path("ports").findValuesAsText("port"))
                    .toList();
        }

        @Test
        void shouldNotBeThereByDefault() {
            assertThat(policies()).hasSize(6).allSatisfy(policy -> {
                assertThat(policy.at("/spec/policyTypes")).hasToString("[\"Ingress\"]");
                assertThat(policy.at("/spec").has("egress")).isFalse();
            });
        }

        @Test
        void shouldNameAllThatAServiceReaches() {
            // DNS by UDP and TCP, PostgreSQL, Kafka, the identity providers, the collector.
            assertThat(ports(policy("rooms-service")))
                    .containsExactly(
                            List.of("53", "53"), List.of("5432"), List.of("9093"), List.of("443"), List.of("4317"));
        }

        @Test
        void shouldNameTheServicesAsWhatTheGatewayReaches() {
            JsonNode gateway = policy("gateway");

            assertThat(ports(gateway))
                    .containsExactly(
                            List.of("53", "53"), List.of("8080"), List.of("9093"), List.of("443"), List.of("4317"));
            assertThat(gateway.at("/spec/egress/1/to/0/podSelector/matchLabels"))
                    .hasToString(
                            "{\"app.kubernetes.io/part-of\":\"keyholder\",\"app.kubernetes.io/instance\":\"keyholder\"}");
        }

        @Test
        void shouldFollowTheAddressesOfTheValues() {
            JsonNode policy = policy(
                    "rooms-service",
                    "postgresql.port=6432",
                    "kafka.bootstrapServers=a:9094,b,c:9094",
                    "tracing.endpoint=https://collector.example/");

            assertThat(ports(policy))
                    .containsExactly(
                            List.of("53", "53"),
                            List.of("6432"),
                            List.of("9094", "9092"),
                            List.of("443"),
                            List.of("4317"));
        }

        @Test
        void shouldNotReachACollectorThatThereIsNot() {
            assertThat(ports(policy("rooms-service", "tracing.endpoint="))).doesNotContain(List.of("4317"));
        }

        @Test
        void shouldBeNarrowedByValues() {
            for (String what : List.of("dns", "postgresql", "kafka", "identityProviders", "tracing")) {
                JsonNode policy = policy(
                        "rooms-service",
                        "networkPolicy.egress." + what + ".to[0].ipBlock.cidr=10.9.0.0/16",
                        "networkPolicy.egress." + what + ".ports[0]=1234");

                assertThat(elements(policy.at("/spec/egress")).stream()
                                .filter(rule ->
                                        rule.path("to").toString().equals("[{\"ipBlock\":{\"cidr\":\"10.9.0.0/16\"}}]"))
                                .map(rule -> rule.at("/ports/0/port").asInt()))
                        .as(what)
                        .containsExactly(1234);
            }
        }

        @Test
        void shouldReachPrivateIssuersOnlyIfServicesFetchThem() {
            assertThat(policy("rooms-service").at("/spec/egress/3/to").findValuesAsText("cidr"))
                    .containsExactly("0.0.0.0/0", "::/0");
            assertThat(policy("rooms-service")
                            .at("/spec/egress/3/to/0/ipBlock/except")
                            .toString())
                    .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
            assertThat(policy("rooms-service", "identity.allowPrivateIssuers=true")
                            .at("/spec/egress/3")
                            .has("to"))
                    .isFalse();
        }

        @Test
        void shouldLetJobsThatMigrateReachTheirDatabaseAlone() {
            JsonNode migrations = Chart.object("NetworkPolicy", "keyholder-migrations", Chart.withEverything());

            assertThat(ports(migrations)).containsExactly(List.of("53", "53"), List.of("5432"));
            assertThat(elements(migrations.at("/spec/podSelector/matchExpressions/0/values")).stream()
                            .map(JsonNode::asText))
                    .containsExactlyInAnyOrderElementsOf(Chart.ofKind("Job", Chart.withEverything()).stream()
                            .map(job -> job.at("/spec/template/metadata/labels")
                                    .path("app.kubernetes.io/name")
                                    .asText())
                            .toList());
        }

        @Test
        void shouldTakeFurtherRules() {
            assertThat(ports(policy("rooms-service", "networkPolicy.egress.extra[0].ports[0].port=3128")))
                    .last()
                    .isEqualTo(List.of("3128"));
        }
    }
}
