package io.keyholder.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of a module, checked in one line by its {@code ArchitectureTest}:
 * {@code ArchitectureRules.forService("io.keyholder.rooms").check()}.
 */
public final class ArchitectureRules {

    private final JavaClasses classes;
    private final List<NamedRule> rules;

    private ArchitectureRules(JavaClasses classes, List<NamedRule> rules) {
        this.classes = classes;
        this.rules = rules;
    }

    /**
     * The rules of a service: how its features stand to each other, its HTTP interface, and how its code is written.
     *
     * @param root the service's package, such as {@code io.keyholder.rooms}
     */
    public static ArchitectureRules forService(String root) {
        return new ArchitectureRules(mainClasses(root), serviceRules(root));
    }

    /**
     * The rules of a module of {@code platform} or the gateway: how its code is written.
     *
     * @param root the module's package, such as {@code io.keyholder.outbox}
     */
    public static ArchitectureRules forModule(String root) {
        return new ArchitectureRules(mainClasses(root), CodeRules.everywhere());
    }

    /**
     * Checks all of them.
     *
     * @throws AssertionError naming each broken rule with what breaks it, or if there is no class to check
     */
    public void check() {
        if (classes.isEmpty()) {
            throw new AssertionError("No classes to check: is the package right, and the module compiled?");
        }
        List<String> broken =
                rules.stream().flatMap(rule -> report(rule).stream()).toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken));
        }
    }

    static List<NamedRule> serviceRules(String root) {
        return Stream.of(FeatureRules.of(root), HttpRules.all(), CodeRules.inServices(), CodeRules.everywhere())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> report(NamedRule rule) {
        List<String> violations = rule.violations(classes);
        if (violations.isEmpty()) {
            return List.of();
        }
        String heading = rule.name() + ": " + rule.rule().getDescription();
        return Stream.concat(Stream.of(heading), violations.stream().map(line -> "  " + line))
                .toList();
    }

    private static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }
}
