package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static Optional<String> of(String json) {
        return CanonicalJson.of(json.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":[2,3]} | { \"b\" : [ 2 , 3 ], \"a\" : 1 }",
                "{\"a\":{\"x\":1,\"y\":2}} | {\"a\":{\"y\":2,\"x\":1}}",
                "{\"a\":\"\\u0041\\/\"} | {\"a\":\"A/\"}",
                "[1] | [1.0]",
                "[100] | [1e2]",
                "[0] | [-0.0]",
                "[0.1] | [1e-1]"
            })
    void shouldBeTheSameForTheSame(String one, String other) {
        assertThat(of(one)).isPresent().isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2] | [2,1]",
                "{\"a\":null} | {}",
                "{\"a\":\"1\"} | {\"a\":1}",
                "{\"a\":true} | {\"a\":\"true\"}",
                "{\"a\":\"b\",\"c\":\"d\"} | {\"a\":\"b\\\",\\\"c\\\":\\\"d\"}",
                "[0.1] | [0.10000000000000001]",
                "[12345678901234567890] | [12345678901234567891]",
                "[[],[]] | [[[]]]"
            })
    void shouldDifferForOthers(String one, String other) {
        assertThat(of(one)).isPresent().isNotEqualTo(of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,country", "{", "{} {}", "{\"a\":1}\n{\"a\":2}"})
    void shouldBeNoneOfWhatIsNoJson(String body) {
        assertThat(of(body)).isEmpty();
    }

    @Test
    void shouldNotFollowBodiesThatAreMadeToCost() {
        assertThat(of("[".repeat(50_000))).isEmpty();
        assertThat(of("[1e999999999]")).isPresent();
        assertThat(of("[1e99999999999]")).isEmpty();
        assertThat(of("[" + "9".repeat(100_000) + "]")).isEmpty();
        assertThat(of("[" + "0,".repeat(300_000) + "0]")).isEmpty();
    }
}
