package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T14:00:00+02:00, 2026-01-31T12:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z",
        "2026-01-31T12:00:00.9999999Z, 2026-01-31T12:00:00.999999Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z"
    })
    void shouldReadTimesAsTheDatabaseKeepsThem(String text, Instant time) {
        assertThat(Times.parse(text)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-31",
                "2026-01-31T12:00:00",
                "2026-02-30T12:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00+00:01",
                "0000-01-01T00:00:00Z",
                "-4715-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "9999-12-31T24:00:00Z",
                "+294277-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "+9999999999-12-31T23:59:59Z",
                "2026-01-31T12:00:00.0000000001Z"
            })
    void shouldRefuseOthers(String text) {
        assertThat(Times.parse(text)).isEmpty();
    }
}
