package io.keyholder.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final String FIXTURES = "io.keyholder.testing.fixtures.";

    static List<String> rules() {
        return ArchitectureRules.serviceRules("any").stream()
                .map(NamedRule::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldBeBrokenByItsFixtureAlone(String rule) {
        assertThat(brokenRules(FIXTURES + rule.replace("-", ""))).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldNameEachOffender(String rule) {
        String root = FIXTURES + rule.replace("-", "");
        JavaClasses fixture = classes(root);
        String report = String.join("\n", named(rule, root).violations(fixture));

        assertThat(fixture)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .isNotEmpty()
                .allSatisfy(type -> {
                    if (isInnocent(type)) {
                        assertThat(report).doesNotContain("Class <" + type.getName(), "Method <" + type.getName());
                    } else {
                        assertThat(report).containsAnyOf(type.getName(), "Package " + type.getPackageName());
                    }
                });
    }

    @Test
    void shouldAllBeKeptByAnInnocentService() {
        assertThat(brokenRules(FIXTURES + "innocent")).isEmpty();
    }

    @Test
    void shouldBeKeptHere() {
        ArchitectureRules.forModule("io.keyholder.testing").check();
    }

    @Test
    void shouldNotPassForWantOfClasses() {
        assertThatThrownBy(() ->
                        ArchitectureRules.forService("io.keyholder.nowhere").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No classes");
    }

    @Test
    void shouldLeaveTestsAlone() {
        assertThatThrownBy(() ->
                        ArchitectureRules.forService(FIXTURES + "innocent").check())
                .hasMessageContaining("No classes");
    }

    private static List<String> brokenRules(String root) {
        JavaClasses classes = classes(root);
        return ArchitectureRules.serviceRules(root).stream()
                .filter(rule -> !rule.violations(classes).isEmpty())
                .map(NamedRule::name)
                .toList();
    }

    private static NamedRule named(String name, String root) {
        return ArchitectureRules.serviceRules(root).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JavaClasses classes(String root) {
        return new ClassFileImporter().importPackages(root);
    }

    private static boolean isInnocent(JavaClass type) {
        return type.getPackageName().endsWith(".innocent");
    }
}
