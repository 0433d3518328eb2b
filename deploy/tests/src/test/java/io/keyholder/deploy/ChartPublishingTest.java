package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** How the gateway is reached from outside. */
class ChartPublishingTest {

    @Test
    void shouldPublishNothingByDefault() {
        assertThat(Chart.ofKind("Ingress", Chart.rendered())).isEmpty();
        assertThat(Chart.ofKind("HTTPRoute", Chart.rendered())).isEmpty();
    }

    @Test
    void shouldPublishTheGatewayByAnIngressWithTls() {
        JsonNode ingress = Chart.object(
                "Ingress",
                "keyholder-gateway",
                Chart.rendered(
                        "ingress.enabled=true", "ingress.host=keyholder.example", "ingress.tlsSecret=keyholder-tls"));

        assertThat(ingress.at("/spec/tls"))
                .hasToString("[{\"hosts\":[\"keyholder.example\"],\"secretName\":\"keyholder-tls\"}]");
        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("keyholder.example");
        assertThat(ingress.at("/spec/rules/0/http/paths/0/backend/service"))
                .hasToString("{\"name\":\"keyholder-gateway\",\"port\":{\"name\":\"http\"}}");
    }

    @Test
    void shouldPublishTheGatewayByARouteOfTheGatewayApi() {
        String rendered = Chart.rendered(
                "httpRoute.enabled=true",
                "httpRoute.parentRefs[0].name=public",
                "httpRoute.parentRefs[0].sectionName=https",
                "httpRoute.hostnames[0]=keyholder.example",
                "httpRoute.timeouts.request=0s");
        JsonNode route = Chart.object("HTTPRoute", "keyholder-gateway", rendered);

        assertThat(route.at("/spec/parentRefs")).hasToString("[{\"name\":\"public\",\"sectionName\":\"https\"}]");
        assertThat(route.at("/spec/hostnames")).hasToString("[\"keyholder.example\"]");
        assertThat(route.at("/spec/rules/0/timeouts/request").asText()).isEqualTo("0s");
        assertThat(route.at("/spec/rules/0/backendRefs/0/port"))
                .isEqualTo(
                        Chart.object("Service", "keyholder-gateway", rendered).at("/spec/ports/0/port"));
    }

    @Test
    void shouldRenderFurtherObjectsWithTheirTemplates() {
        assertThat(Chart.ofKind("ConfigMap", Chart.withEverything()))
                .extracting(object -> object.at("/metadata/name").asText())
                .contains("keyholder-more", "keyholder-text");
    }
}
