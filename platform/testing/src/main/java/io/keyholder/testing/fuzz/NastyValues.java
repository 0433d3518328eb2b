package io.keyholder.testing.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Values that parsers, databases and formatters do not agree upon. */
final class NastyValues {
    /** As texts; each also goes into a body as a string. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202e",
            "\u0301",
            "e\u0301",
            "\ud83d\ude00",
            "\u00a0",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "{}",
            "[]",
            "null",
            "true",
            "-1",
            "0",
            "1e999999999",
            "1e99999999999",
            "9".repeat(400),
            "\uff11",
            "NaN",
            "2026-01-31T12:00:00.999999999Z",
            "+294277-01-01T00:00:00Z",
            "-4715-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "9999-12-31T23:59:59.9999999Z",
            "2016-12-31T23:59:60Z",
            "019a7c1e-0000-7abc-8def-0123456789ab ",
            "000000000000-1-1-1-00000000000000001",
            "AZp8HgAAer2N7wEjRWeJqw==",
            "00000000-0000-0000-0000-000000000000",
            "a.".repeat(1_000) + "example",
            "x".repeat(3_000));

    /** As JSON that is no string. */
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "2147483648",
            "1e400",
            "1e99999999999",
            "9".repeat(2_000),
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"\":null}",
            "[".repeat(500) + "]".repeat(500),
            '"' + "a.".repeat(200_000) + "example\"",
            '"' + "x".repeat(400_000) + '"',
            "\"\\ud800\"");

    private NastyValues() {}

    /** Each as it stands in a body. */
    static Stream<String> json() {
        return Stream.concat(TEXTS.stream().map(NastyValues::quoted), OTHERS.stream());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> quoted.append("\\u%04x".formatted(unit)));
        return quoted.append('"').toString();
    }
}
