package io.keyholder.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureRulesTest {
    private static final String FIXTURES = "io.keyholder.testing.fixtures.features.";

    static List<String> rules() {
        return FeatureRules.of("any").stream().map(NamedRule::name).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldBeBrokenByItsFixtureAlone(String rule) {
        assertThat(brokenRules(FIXTURES + rule.replace("-", ""))).containsExactly(rule);
    }

    @Test
    void shouldAllBeKeptByAnInnocentService() {
        assertThat(brokenRules(FIXTURES + "innocent")).isEmpty();
    }

    private static List<String> brokenRules(String root) {
        JavaClasses classes = new ClassFileImporter().importPackages(root);
        assertThat(classes).isNotEmpty();
        return ArchitectureRules.featureRules(root).stream()
                .filter(rule -> !rule.violations(classes).isEmpty())
                .map(NamedRule::name)
                .toList();
    }
}
