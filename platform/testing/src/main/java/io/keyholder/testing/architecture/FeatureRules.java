package io.keyholder.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** How a service is made of features: one package each, with a pure model below it, and arrows between them that run one way. */
final class FeatureRules {

    private final String root;

    private FeatureRules(String root) {
        this.root = root;
    }

    static List<NamedRule> of(String root) {
        FeatureRules features = new FeatureRules(root);
        return List.of(
                new NamedRule("models-stand-alone", features.modelsStandAlone()),
                new NamedRule("features-run-one-way", features.featuresRunOneWay()),
                new NamedRule("no-port-without-a-choice", noPortWithoutAChoice()),
                new NamedRule("entities-stay-in-stores", entitiesStayInStores()),
                new NamedRule("constructors-are-narrow", constructorsAreNarrow()),
                new NamedRule("commands-know-no-http", commandsKnowNoHttp()),
                new NamedRule("kafka-is-the-platforms", kafkaIsThePlatforms()),
                new NamedRule("no-stranger", Boundaries.noOtherService(root)));
    }

    private ArchRule modelsStandAlone() {
        DescribedPredicate<JavaClass> known = resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "io.keyholder.contracts..",
                "io.keyholder.access..",
                "io.keyholder.problems..",
                "io.keyholder.record..",
                root + "..model..");
        DescribedPredicate<JavaClass> technology =
                resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi..", "java.util.logging..");
        return noClasses()
                .that(resideInAPackage(root + "..model.."))
                .should()
                .dependOnClassesThat(Boundaries.elementOf(not(known)).or(Boundaries.elementOf(technology)))
                .as("a model is plain Java over the value types of contracts, access, problems and record");
    }

    private ArchRule featuresRunOneWay() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().as("arrows between features run one way");
    }

    /** An interface is for a choice: of implementations, of cases, or of what a library makes. */
    private static ArchRule noPortWithoutAChoice() {
        return classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .and(describe("are no faces of a library", FeatureRules::isOurs))
                .should(haveAChoice())
                .as("no interface has one implementation");
    }

    private static boolean isOurs(JavaClass type) {
        return !type.isAnnotatedWith("io.smallrye.config.ConfigMapping")
                && !type.isAnnotatedWith(FunctionalInterface.class)
                && type.getSource().isPresent();
    }

    private static ArchCondition<JavaClass> haveAChoice() {
        return new ArchCondition<>("have none or several implementations") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<JavaClass> implementations = type.getAllSubclasses();
                events.add(new SimpleConditionEvent(
                        type,
                        implementations.size() != 1,
                        "Class <" + type.getName() + "> has one implementation: " + implementations));
            }
        };
    }

    private static ArchRule entitiesStayInStores() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Entity")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                                .and(not(resideInAPackage("org.hibernate.validator.."))))
                .as("only entities and their stores know how they are mapped");
    }

    private static ArchRule commandsKnowNoHttp() {
        return noClasses()
                .that()
                .haveNameMatching(".*(Commands|Entity|Handler|Query|Records|Store)")
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")
                        .or(resideInAPackage("io.keyholder.web.answer.."))
                        .or(describe(
                                "are problems", type -> type.getName().equals("io.keyholder.web.ProblemException"))))
                .as("only what serves requests knows HTTP: the others return outcomes");
    }

    private static ArchRule kafkaIsThePlatforms() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .as("services meet Kafka through platform/outbox alone");
    }

    private static ArchRule constructorsAreNarrow() {
        return classes()
                .that(describe("are not records", type -> !type.isRecord()))
                .should(haveNarrowConstructors())
                .as("no constructor takes more than seven");
    }

    private static ArchCondition<JavaClass> haveNarrowConstructors() {
        return new ArchCondition<>("have constructors of seven parameters at most") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructors().stream()
                        .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .forEach(constructor -> events.add(new SimpleConditionEvent(
                                constructor,
                                constructor.getRawParameterTypes().size() <= 7,
                                "Class <" + type.getName() + "> takes "
                                        + constructor.getRawParameterTypes().size())));
            }
        };
    }
}
