package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartMonitoringTest {
    private static final Path RULES = Project.path("deploy/observability/rules/keyholder.yml");
    private static final Path COPY = Project.path("deploy/helm/keyholder/files/alerts.yml");

    @ParameterizedTest
    @ValueSource(strings = {"podMonitor", "serviceMonitor", "prometheusRule"})
    void shouldBeChosenByItsLabels(String value) {
        String kind = Character.toUpperCase(value.charAt(0)) + value.substring(1);

        assertThat(Chart.ofKind(kind, Chart.rendered())).isEmpty();
        assertThat(Chart.object(
                                kind,
                                "keyholder",
                                Chart.rendered(value + ".enabled=true", value + ".labels.release=stack"))
                        .at("/metadata/labels/release")
                        .asText())
                .isEqualTo("stack");
    }

    @Test
    void shouldReadMetricsByServicesOnPortsTheyHave() {
        String rendered = Chart.rendered("serviceMonitor.enabled=true");
        JsonNode monitor = Chart.object("ServiceMonitor", "keyholder", rendered);

        assertEachServiceOnce(monitor.at("/spec/endpoints"), "service");
        assertThat(Chart.ofKind("Service", rendered))
                .hasSize(6)
                .allSatisfy(service -> assertThat(service.at("/metadata/labels").properties())
                        .containsAll(monitor.at("/spec/selector/matchLabels").properties()))
                .allSatisfy(service -> assertThat(service.at("/spec/ports").findValuesAsText("name"))
                        .contains(portOfMetrics(service)));
    }

    @Test
    void shouldReadMetricsByPodsOnPortsTheyHave() {
        String rendered = Chart.rendered("podMonitor.enabled=true");
        JsonNode monitor = Chart.object("PodMonitor", "keyholder", rendered);

        assertEachServiceOnce(monitor.at("/spec/podMetricsEndpoints"), "pod");
        assertThat(Chart.ofKind("Deployment", rendered))
                .hasSize(6)
                .allSatisfy(deployment -> assertThat(
                                deployment.at("/spec/template/metadata/labels").properties())
                        .containsAll(monitor.at("/spec/selector/matchLabels").properties()))
                .allSatisfy(deployment -> assertThat(deployment
                                .at("/spec/template/spec/containers/0/ports")
                                .findValuesAsText("name"))
                        .contains(portOfMetrics(deployment)));
    }

    private static String portOfMetrics(JsonNode object) {
        return object.at("/metadata/name").asText().equals("keyholder-gateway") ? "metrics" : "http";
    }

    /** All on the port for requests, but the gateway, which has another. A job is called as its service. */
    private static void assertEachServiceOnce(JsonNode endpoints, String of) {
        assertThat(endpoints.findValuesAsText("port")).containsExactly("http", "metrics");
        assertThat(endpoints.findValuesAsText("targetLabel")).containsExactly("job", "job");
        assertThat(endpoints.findValues("sourceLabels").getFirst().at("/0").asText())
                .isEqualTo("__meta_kubernetes_" + of + "_label_app_kubernetes_io_name");
        assertThat(endpoints.at("/0/relabelings/1"))
                .hasToString("{\"sourceLabels\":[\"job\"],\"regex\":\"gateway\",\"action\":\"drop\"}");
        assertThat(endpoints.at("/1/relabelings")).hasSize(1);
    }

    @Test
    void shouldShowTheGatewaysMetricsInTheClusterOnlyForThat() {
        assertThat(Chart.object("Service", "keyholder-gateway", Chart.rendered())
                        .at("/spec/ports")
                        .findValuesAsText("name"))
                .containsExactly("http");
    }

    @Test
    void shouldCountNothingTwice() {
        assertThatThrownBy(() -> Chart.rendered("serviceMonitor.enabled=true", "podMonitor.enabled=true"))
                .hasMessageContaining("counted twice");
    }

    /** Helm reads no file outside the chart. Copied anew with {@code -Dregenerate}. */
    @Test
    void shouldHaveTheAlertsOfObservability() throws IOException {
        if (System.getProperty("regenerate") != null) {
            Files.copy(RULES, COPY, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(Project.read(COPY)).isEqualTo(Project.read(RULES));
        JsonNode rule = Chart.object("PrometheusRule", "keyholder", Chart.rendered("prometheusRule.enabled=true"));
        assertThat(rule.path("spec").equals(new YAMLMapper().readTree(RULES.toFile())))
                .isTrue();
        assertThat(rule.at("/spec").findValues("alert")).hasSizeGreaterThan(14);
    }
}
