package io.keyholder.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static boolean isName(String text) {
        String normal = Names.normal(text);
        return Names.isPlain(normal, false) && Names.isVisible(normal);
    }

    @Test
    void shouldBeStoredComposedAndTrimmed() {
        assertThat(Names.normal("\u00a0 Cafe\u0301\u3000\t")).isEqualTo("Caf\u00e9");
        assertThat(Names.normal("one\r\ntwo\rthree\n")).isEqualTo("one\ntwo\nthree");
        assertThat(Names.normal(" \u2003 ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Caf\u00e9, Cafe\u0301",
        "Caf\u00e9, CAF\u00c9",
        "Primary admin, Primary\u00a0Admin",
        "Primary admin, primary   admin",
        "STRASSE, stra\u00dfe",
        "\u03a3\u03a3, \u03c3\u03c2",
        "\uff21\uff22, ab",
        "o\ufb03ce, office",
        "I\u0307stanbul, \u0130STANBUL"
    })
    void shouldBeOneByTheirKey(String name, String other) {
        assertThat(Names.key(name)).isEqualTo(Names.key(other));
    }

    @Test
    void shouldKeepWordsApart() {
        assertThat(Names.key(" Help\u00a0 \u3000Desk ")).isEqualTo("help desk");
    }

    @Test
    void shouldFoldTheSameInEveryLocale() {
        assertThat(Names.key("\u0130STANBUL")).isEqualTo("i\u0307stanbul");
        assertThat(Names.key("ISTANBUL")).isEqualTo("istanbul");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Conference room 1 (north)",
                "\u4f1a\u8b70\u5ba4",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0d28\u0d4d\u200d",
                "\u0915\u094d\u200d\u0937",
                "\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "e\u0301\u0327",
                "a\u00a0b"
            })
    void shouldTakeWhatPeopleWrite(String name) {
        assertThat(isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u200eb",
                "a\u2066b",
                "a\u200bb",
                "a\ufeffb",
                "a\u00adb",
                "a\u2060b",
                "\u200d",
                "a\u200d",
                "\u200da",
                "a \u200db",
                "a\u200d\u200db",
                "\u0301",
                "\u0301\u0302",
                "\ufe0f",
                "\u3164",
                "\u2800",
                "\u115f\u1160",
                "\ufffe",
                "\udb40\udc41a"
            })
    void shouldRefuseWhatNobodySees(String name) {
        assertThat(isName(name)).isFalse();
    }

    @Test
    void shouldTakeLinesWhereThereMayBeSeveral() {
        assertThat(Names.isPlain("one\ntwo\tthree", true)).isTrue();
        assertThat(Names.isPlain("one\u2028two", true)).isFalse();
        assertThat(Names.isPlain("one\u202etwo", true)).isFalse();
    }

    @Test
    void shouldCountCharactersAndNotTheirUnits() {
        assertThat(Names.length("\ud83d\udcbb".repeat(200))).isEqualTo(200);
    }

    @Test
    void shouldReadTextsOfAnyLength() {
        String endless = "a\u0301".repeat(200_000);

        assertThat(Names.key(endless)).hasSize(200_000);
        assertThat(Names.isPlain(endless, false)).isTrue();
    }
}
