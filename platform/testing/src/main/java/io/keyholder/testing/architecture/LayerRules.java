package io.keyholder.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which layer of a service may know what. Layers are packages at any depth, so that features come first where they do. */
final class LayerRules {

    private static final String[] HTTP = {"jakarta.ws.rs..", "org.jboss.resteasy.."};
    private static final String[] KAFKA = {
        "org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging.."
    };
    private static final String[] SQL = {
        "java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "io.agroal.."
    };

    private final String root;

    private LayerRules(String root) {
        this.root = root;
    }

    static List<NamedRule> of(String root) {
        LayerRules layers = new LayerRules(root);
        return List.of(
                new NamedRule("domain-stands-alone", layers.domainStandsAlone()),
                new NamedRule("application-knows-no-adapter", layers.applicationKnowsNoAdapter()),
                new NamedRule("http-only-in-api", layers.onlyIn("api", resideInAnyPackage(HTTP))),
                new NamedRule("kafka-only-in-messaging", layers.onlyIn("messaging", resideInAnyPackage(KAFKA))),
                new NamedRule("sql-only-in-persistence", layers.onlyIn("persistence", sql())),
                new NamedRule("persistence-is-package-private", layers.persistenceIsPackagePrivate()),
                new NamedRule("no-other-service", Boundaries.noOtherService(root)));
    }

    private ArchRule domainStandsAlone() {
        DescribedPredicate<JavaClass> valueTypes = resideInAnyPackage(
                "java..", "org.jspecify..", "io.keyholder.contracts..", "io.keyholder.access..", layer("domain"));
        DescribedPredicate<JavaClass> technology =
                resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi..", "java.util.logging..");
        return noClasses()
                .that(resideInAPackage(layer("domain")))
                .should()
                .dependOnClassesThat(Boundaries.elementOf(not(valueTypes)).or(Boundaries.elementOf(technology)))
                .as("domain depends on plain Java, jspecify and the value types of contracts and access alone");
    }

    private ArchRule applicationKnowsNoAdapter() {
        return noClasses()
                .that(resideInAPackage(layer("application")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(layer("api"), layer("persistence"), layer("messaging")))
                .as("application does not know api, persistence or messaging");
    }

    private ArchRule onlyIn(String layer, DescribedPredicate<JavaClass> technology) {
        return noClasses()
                .that(not(resideInAPackage(layer(layer))))
                .should()
                .dependOnClassesThat(technology)
                .as("only " + layer + " knows classes that " + technology.getDescription());
    }

    private ArchRule persistenceIsPackagePrivate() {
        return classes()
                .that(resideInAPackage(layer("persistence")))
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate()
                .as("entities and adapters are package-private: others use the ports");
    }

    /** Hibernate Validator speaks of values, not of SQL. */
    private static DescribedPredicate<JavaClass> sql() {
        return resideInAnyPackage(SQL).and(not(resideInAPackage("org.hibernate.validator..")));
    }

    private String layer(String name) {
        return root + ".." + name + "..";
    }
}
