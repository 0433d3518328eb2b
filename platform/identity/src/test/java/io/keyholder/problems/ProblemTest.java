package io.keyholder.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void shouldGiveEachTypeAStableAddressAndWords(ProblemType type) {
        assertThat(type.slug())
                .isEqualTo(type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(ProblemType.bySlug(type.slug())).contains(type);
        assertThat(type.uri()).isEqualTo("/problems/" + type.slug());
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
        assertThat(type.meaning()).endsWith(".");
        assertThat(type.remedy()).endsWith(".");
    }

    @Test
    void shouldRenderAllFieldsInTheirOrder() {
        Problem problem = Problem.of(ProblemType.INVALID_REQUEST, "Two things are wrong.")
                .at("/v1/rooms", "4bf92f3577b34da6a3ce929d0e0e4736")
                .withViolations(List.of(new Violation("name", "must not be blank")));

        assertThat(problem.toJson()).isEqualTo("""
                {"type":"/problems/invalid-request","title":"The request is not valid","status":400,\
                "detail":"Two things are wrong.","instance":"/v1/rooms",\
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
                "violations":[{"field":"name","message":"must not be blank"}]}""");
    }

    @Test
    void shouldRenderAsAJsonMapperDoes() throws Exception {
        Problem bare = Problem.of(ProblemType.NOT_FOUND);
        Problem full = bare.at("/v1/x", "ab").withViolations(List.of(new Violation("a", "b")));
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.writeValueAsString(bare)).isEqualTo(bare.toJson());
        assertThat(mapper.writeValueAsString(full)).isEqualTo(full.toJson());
    }
}
