package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartScalingTest {
    private static final String[] BY_LAG = {
        "services.audit-service.autoscaling.enabled=true",
        "services.audit-service.autoscaling.keda.enabled=true",
        "services.audit-service.autoscaling.keda.lagThreshold=2000000",
        "services.audit-service.autoscaling.keda.authenticationRef=keda-kafka"
    };

    private static List<String> scaled(String kind, String rendered) {
        return Chart.ofKind(kind, rendered).stream()
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .toList();
    }

    @Test
    void shouldLeaveReplicasToAnAutoscalerThatThereIs() {
        List<String> scaled = scaled("HorizontalPodAutoscaler", Chart.rendered());

        assertThat(scaled)
                .containsExactlyInAnyOrder("keyholder-gateway", "keyholder-rbac-service", "keyholder-rooms-service");
        assertThat(Chart.ofKind("Deployment", Chart.rendered()))
                .allSatisfy(deployment -> assertThat(deployment.at("/spec").has("replicas"))
                        .isNotEqualTo(
                                scaled.contains(deployment.at("/metadata/name").asText())));
    }

    @Test
    void shouldScaleByMetricsBesides() {
        JsonNode scaler = Chart.object("HorizontalPodAutoscaler", "keyholder-rbac-service", Chart.withEverything());

        assertThat(scaler.at("/spec/metrics").findValuesAsText("type")).contains("Resource", "External");
        assertThat(scaler.at("/spec/behavior/scaleUp/stabilizationWindowSeconds")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void shouldScaleByTheLagOfTheServicesGroup() {
        String rendered = Chart.rendered(BY_LAG);
        JsonNode scaler = Chart.object("ScaledObject", "keyholder-audit-service", rendered);

        assertThat(scaler.at("/spec/triggers/0/type").asText()).isEqualTo("cpu");
        assertThat(scaler.at("/spec/triggers/1/metadata"))
                .hasToString(
                        "{\"bootstrapServers\":\"kafka-0.kafka:9093,kafka-1.kafka:9093\","
                                + "\"consumerGroup\":\"audit-service\",\"lagThreshold\":\"2000000\",\"offsetResetPolicy\":\"earliest\"}");
        assertThat(scaler.at("/spec/triggers/1/authenticationRef/name").asText())
                .isEqualTo("keda-kafka");
    }

    @Test
    void shouldHaveOneAutoscalerForAService() {
        String rendered = Chart.rendered(BY_LAG);

        assertThat(scaled("ScaledObject", rendered)).containsExactly("keyholder-audit-service");
        assertThat(scaled("HorizontalPodAutoscaler", rendered)).doesNotContain("keyholder-audit-service");
        assertThat(Chart.deployment("audit-service", rendered).at("/spec").has("replicas"))
                .isFalse();
    }

    @Test
    void shouldKnowThatTheGatewayHasNoLag() {
        assertThatThrownBy(() -> Chart.rendered("services.gateway.autoscaling.keda.enabled=true"))
                .hasMessageContaining("the gateway has no consumer group");
    }
}
