package io.keyholder.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A rule with the short name under which its fixture is found: {@code fixtures.<name without dashes>}. */
record NamedRule(String name, ArchRule rule) {

    /** What breaks it, a line each; empty if nothing does. */
    List<String> violations(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return name;
    }
}
