package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservabilityTest {
    private static final Path RULES = Project.path("deploy/observability/rules/keyholder.yml");
    private static final Path TESTS = Project.path("deploy/observability/rules/keyholder.test.yml");
    private static final Path RUNBOOK = Project.path("docs/runbook.md");

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        new YAMLMapper()
                .readTree(RULES.toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    @Test
    void shouldTellOfEachAlertWhatToDo() throws IOException {
        Set<String> headings = new HashSet<>(Project.read(RUNBOOK)
                .lines()
                .filter(line -> line.startsWith("## "))
                .toList());

        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(headings).contains("## " + name);
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/runbook.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
        });
    }

    @Test
    void shouldTestEachAlertInBothDirections() throws IOException {
        Set<String> fired = new HashSet<>();
        Set<String> silent = new HashSet<>();
        new YAMLMapper()
                .readTree(TESTS.toFile())
                .path("tests")
                .forEach(test -> test.path("alert_rule_test")
                        .forEach(expected -> (expected.path("exp_alerts").isEmpty() ? silent : fired)
                                .add(expected.path("alertname").asText())));

        List<String> names =
                alerts().stream().map(alert -> alert.path("alert").asText()).toList();
        assertThat(fired).containsExactlyInAnyOrderElementsOf(names);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void shouldLayOutDashboardsThatGrafanaCanRead() throws IOException {
        for (Path file : Project.filesIn("deploy/observability/dashboards")) {
            JsonNode dashboard = new JsonMapper().readTree(file.toFile());
            assertThat(file.getFileName()).hasToString(dashboard.path("uid").asText() + ".json");
            Set<Integer> ids = new HashSet<>();
            dashboard.path("panels").forEach(panel -> {
                assertThat(ids.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.path("title").asText()).isNotEmpty();
            });
        }
    }
}
