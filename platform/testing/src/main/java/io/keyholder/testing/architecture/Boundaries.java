package io.keyholder.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** What holds of a service however it is made inside. */
final class Boundaries {
    private static final String[] PLATFORM = {
        "io.keyholder.contracts..",
        "io.keyholder.directory..",
        "io.keyholder.access..",
        "io.keyholder.identity..",
        "io.keyholder.outbox..",
        "io.keyholder.problems..",
        "io.keyholder.record..",
        "io.keyholder.sql..",
        "io.keyholder.web.."
    };

    private Boundaries() {}

    static ArchRule noOtherService(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.keyholder..")
                        .and(not(resideInAPackage(root + "..")))
                        .and(not(resideInAnyPackage(PLATFORM))))
                .as("a service knows platform modules and no other service");
    }

    /** Arrays count as what they hold; primitives as nothing. */
    static DescribedPredicate<JavaClass> elementOf(DescribedPredicate<JavaClass> types) {
        return describe(types.getDescription(), type -> {
            JavaClass element = type.getBaseComponentType();
            return !element.isPrimitive() && types.test(element);
        });
    }
}
