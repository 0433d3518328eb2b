package io.keyholder.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** How code is written, whatever it is about. */
final class CodeRules {

    private static final String FORBIDDEN_NAMES =
            ".*[.$]((Abstract|Base)[A-Z][^.$]*|[^.$]*(Impl|Utils?|Manager|Helper))";
    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    /**
     * What Quarkus publishes in packages that are called {@code runtime}, and has its guides use: it gives the contracts of
     * HTTP security, of filters and of an application's life no other home.
     */
    private static final Set<String> PUBLISHED = Set.of(
            "io.quarkus.runtime.Quarkus",
            "io.quarkus.runtime.ShutdownEvent",
            "io.quarkus.runtime.Startup",
            "io.quarkus.runtime.StartupEvent",
            "io.quarkus.runtime.annotations.QuarkusMain",
            "io.quarkus.runtime.configuration.ConfigurationException",
            "io.quarkus.runtime.configuration.MemorySize",
            "io.quarkus.vertx.http.runtime.filters.Filters",
            "io.quarkus.vertx.http.runtime.security.ChallengeData",
            "io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism",
            "io.quarkus.vertx.http.runtime.security.HttpCredentialTransport",
            "io.quarkus.vertx.http.runtime.security.QuarkusHttpUser");

    private CodeRules() {}

    static List<NamedRule> everywhere() {
        return List.of(
                new NamedRule("no-field-injection", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION),
                new NamedRule("one-way-to-log", oneWayToLog()),
                new NamedRule("names-say-something", namesSaySomething()),
                new NamedRule("no-quarkus-internals", noQuarkusInternals()),
                new NamedRule("packages-are-null-marked", PackageRules.nullMarked()));
    }

    static List<NamedRule> inServices() {
        return List.of(
                new NamedRule("time-comes-from-a-clock", timeComesFromAClock()),
                new NamedRule("ids-come-from-ids", idsComeFromIds()),
                new NamedRule("only-stores-lock", onlyStoresLock()));
    }

    private static ArchRule oneWayToLog() {
        return CompositeArchRule.of(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
                .and(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING)
                .as("no java.util.logging, no standard streams");
    }

    private static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveNameMatching(FORBIDDEN_NAMES)
                .as("a class is named for what it is: no Impl, Util, Manager, Helper, Abstract, Base");
    }

    private static ArchRule noQuarkusInternals() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe("internals of Quarkus", CodeRules::isInternalOfQuarkus))
                .as(
                        "nothing of io.quarkus..runtime.. is used but what Quarkus publishes there: the rest changes with any release");
    }

    /** Types within a published one are published with it. */
    private static boolean isInternalOfQuarkus(JavaClass type) {
        String outermost = type.getName().replaceFirst("\\$.*", "");
        return JavaClass.Predicates.resideInAPackage("io.quarkus..runtime..").test(type)
                && !PUBLISHED.contains(outermost);
    }

    private static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .accessTargetWhere(target("the system's time is read", CodeRules::readsSystemTime))
                .as("time comes from an injected Clock");
    }

    private static ArchRule idsComeFromIds() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "a random UUID is made",
                        access -> access.getOwner().isEquivalentTo(UUID.class)
                                && access.getName().equals("randomUUID")))
                .as("ids come from io.keyholder.contracts.Ids");
    }

    private static ArchRule onlyStoresLock() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .accessTargetWhere(target(
                        "a Locked is made",
                        access -> access.getOwner().getSimpleName().equals("Locked")
                                && access.getName().equals("<init>")))
                .as("only a store says that something is locked, for it has locked the row");
    }

    private static boolean readsSystemTime(AccessTarget target) {
        String name = target.getName();
        if (target.getOwner().isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (target.getOwner().isEquivalentTo(Clock.class)) {
            return SYSTEM_CLOCKS.contains(name);
        }
        if (target.getOwner().isEquivalentTo(Date.class)) {
            return hasNoParameters(target) && name.equals("<init>");
        }
        return target.getOwner().getPackageName().equals("java.time") && name.equals("now") && !takesAClock(target);
    }

    private static boolean hasNoParameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** Also a method reference is an access, as in {@code supplier(Instant::now)}. */
    private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<AccessTarget> test) {
        return describe(description, access -> test.test(access.getTarget()));
    }
}
