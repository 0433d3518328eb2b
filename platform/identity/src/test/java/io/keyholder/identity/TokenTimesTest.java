package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTimesTest {
    private static final long NOW = 1_780_000_000;
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final Duration A_DAY = Duration.ofHours(24);

    @ParameterizedTest
    @CsvSource({
        "{'exp': 1780000100}",
        "{'exp': 1779999996}",
        "{'exp': 1780086400}",
        "'{\"iat\": 1780000000, \"exp\": 1780086400}'",
        "'{\"iat\": 1780000005, \"nbf\": 1780000005, \"exp\": 1780000100}'",
        "{'exp': 1780000100.7}"
    })
    void shouldTakeWhatIsValidNowAndNotForTooLong(String claims) {
        assertThatCode(() -> check(claims)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', when it expires",
        "'{\"exp\": null}', exp is not a time",
        "'{\"exp\": \"tomorrow\"}', exp is not a time",
        "'{\"exp\": 1e400}', exp is not a time",
        "'{\"exp\": 253402300800}', exp is not a time",
        "'{\"exp\": -1}', exp is not a time",
        "'{\"exp\": 1780000100, \"iat\": true}', iat is not a time",
        "'{\"exp\": 1780000100, \"nbf\": 9223372036854775807}', nbf is not a time",
        "'{\"exp\": 1779999995}', has expired",
        "'{\"exp\": 1780000100, \"nbf\": 1780000006}', not yet valid",
        "'{\"exp\": 1780000100, \"iat\": 1780000006}', issued in the future",
        "'{\"exp\": 1780086401}', valid for longer than the 1440 minutes",
        "'{\"exp\": 1780080000, \"iat\": 1779993599}', valid for longer",
        "'{\"exp\": 253402300799, \"iat\": 0}', valid for longer"
    })
    void shouldSayWhatIsWrong(String claims, String reason) {
        assertThatThrownBy(() -> check(claims)).isInstanceOf(TokenRefused.class).hasMessageContaining(reason);
    }

    @Test
    void shouldNotOutliveItsEndWhileItIsRemembered() {
        TokenTimes times = TokenTimes.of(new JsonObject().put("exp", NOW + 10));

        assertThatThrownBy(() -> times.requireValidAt(Instant.ofEpochSecond(NOW + 15), SKEW))
                .hasMessageContaining("expired");
    }

    private static void check(String claims) {
        Instant now = Instant.ofEpochSecond(NOW);
        TokenTimes times = TokenTimes.of(new JsonObject(claims.replace('\'', '"')));
        times.requireValidAt(now, SKEW);
        times.requireShort(now, SKEW, A_DAY);
    }
}
