package io.keyholder.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What each operation of the HTTP interface declares. */
final class HttpRules {

    private static final List<String> CHANGES = httpMethods("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ALL = httpMethods("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> AUDIT = List.of("io.keyholder.web.Audited", "io.keyholder.web.NotAudited");
    private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";

    private HttpRules() {}

    static List<NamedRule> all() {
        return List.of(
                new NamedRule("changes-are-audited", changesAreAudited()),
                new NamedRule("operations-are-named", operationsAreNamed()));
    }

    private static ArchRule changesAreAudited() {
        return methods()
                .that(annotatedWithAny(CHANGES))
                .should(satisfy(
                        "be annotated with @Audited or @NotAudited",
                        method -> AUDIT.stream().anyMatch(method::isAnnotatedWith)))
                .as("each operation that changes something is @Audited, or says why it is @NotAudited");
    }

    private static ArchRule operationsAreNamed() {
        return methods()
                .that(annotatedWithAny(ALL))
                .should(satisfy("have an @Operation with an operationId", HttpRules::hasOperationId))
                .as("each operation has an @Operation with an operationId");
    }

    private static boolean hasOperationId(JavaMethod method) {
        return method.tryGetAnnotationOfType(OPERATION)
                .flatMap(HttpRules::operationId)
                .filter(id -> !id.toString().isBlank())
                .isPresent();
    }

    private static Optional<Object> operationId(JavaAnnotation<JavaMethod> operation) {
        return operation.tryGetExplicitlyDeclaredProperty("operationId");
    }

    private static DescribedPredicate<JavaMethod> annotatedWithAny(List<String> annotations) {
        return describe("are operations", method -> annotations.stream().anyMatch(method::isAnnotatedWith));
    }

    private static ArchCondition<JavaMethod> satisfy(String description, Predicate<JavaMethod> test) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, test.test(method), method.getFullName() + " shall " + description));
            }
        };
    }

    private static List<String> httpMethods(String... names) {
        return List.of(names).stream().map(name -> "jakarta.ws.rs." + name).toList();
    }
}
