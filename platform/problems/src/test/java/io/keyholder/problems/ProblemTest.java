package io.keyholder.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    static List<ProblemType> types() {
        return ProblemCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldGiveEachTypeAnAddressAndWords(ProblemType type) {
        assertThat(ProblemCatalogue.bySlug(type.slug())).contains(type);
        assertThat(type.uri()).isEqualTo("/problems/" + type.slug());
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
        assertThat(type.meaning()).endsWith(".");
        assertThat(type.remedy()).endsWith(".");
    }

    /** Released slugs and statuses: lines may be added, and never change. */
    @Test
    void shouldKeepEachReleasedSlugAndStatus() throws Exception {
        try (var released = Objects.requireNonNull(getClass().getResourceAsStream("/slugs.txt"))) {
            assertThat(new String(released.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(types().stream()
                            .map(type -> type.status() + " " + type.slug())
                            .toList());
        }
    }

    /** A group that the catalogue leaves out would have no pages. */
    @Test
    void shouldKnowEveryGroup() {
        Set<String> known =
                types().stream().map(type -> type.getClass().getName()).collect(Collectors.toSet());
        JavaClasses classes = new ClassFileImporter().importPackages("io.keyholder.problems");

        assertThat(classes.stream()
                        .filter(type -> type.isAssignableTo(ProblemType.class) && type.isEnum())
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void shouldRenderAllFieldsInTheirOrder() {
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "Two things are wrong.")
                .at("/v1/rooms", "4bf92f3577b34da6a3ce929d0e0e4736")
                .withViolations(List.of(new Violation("name", ViolationCode.REQUIRED, "must not be blank")));

        assertThat(problem.toJson()).isEqualTo("""
                {"type":"/problems/invalid-request","title":"The request is not valid","status":400,\
                "detail":"Two things are wrong.","instance":"/v1/rooms",\
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
                "violations":[{"field":"name","code":"REQUIRED","message":"must not be blank"}]}""");
    }

    @Test
    void shouldRenderAsAJsonMapperDoes() throws Exception {
        Problem bare = Problem.of(CommonProblem.NOT_FOUND);
        Problem full = bare.at("/v1/x", "ab")
                .withViolations(List.of(new Violation("a", ViolationCode.MALFORMED, "is not one")));
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.writeValueAsString(bare)).isEqualTo(bare.toJson());
        assertThat(mapper.writeValueAsString(full)).isEqualTo(full.toJson());
    }
}
