package io.keyholder.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Collectors;

/** What each package declares. */
final class PackageRules {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private PackageRules() {}

    static ArchRule nullMarked() {
        return all(packages()).should(beNullMarked()).as("each package has a package-info.java with @NullMarked");
    }

    private static ClassesTransformer<JavaPackage> packages() {
        return new AbstractClassesTransformer<>("packages with classes") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
            }
        };
    }

    private static ArchCondition<JavaPackage> beNullMarked() {
        return new ArchCondition<>("be annotated with @NullMarked") {
            @Override
            public void check(JavaPackage checked, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        checked,
                        checked.isAnnotatedWith(NULL_MARKED),
                        "Package " + checked.getName() + " has no package-info.java with @NullMarked"));
            }
        };
    }
}
