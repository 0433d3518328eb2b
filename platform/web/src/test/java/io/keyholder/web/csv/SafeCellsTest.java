package io.keyholder.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellsTest {
    /** Every way in which a reader may cut a text into cells. */
    private static final Pattern CUTS = Pattern.compile("[;,\t|\n\r\u000B\f\u0085\u2028\u2029]");

    private static final Pattern ACTIVE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\"]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final String ODD = "=+-@＝＋－＠﹦−'\";,|\t\r\n\u000B\u0085\u2028\uFEFF\u200B\u00A0 a1é";

    @Nested
    class Guarding {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "＝1",
                    "＋1",
                    "－1",
                    "＠x",
                    "\uFEFF=1",
                    "\u200B=1",
                    " =1",
                    "\u00A0=1",
                    "\u0007=1",
                    "\"=1\"",
                    "\tx",
                    "\rx",
                    "'=1"
                })
        void shouldPutAnApostropheBeforeWhatMightBeComputed(String text) {
            assertThat(SafeCells.guard(text)).isEqualTo("'" + text);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                delimiterString = "→",
                value = {
                    "x;=cmd|' /C calc'!A0→x;'=cmd|' /C calc'!A0",
                    "a,-b→a,'-b",
                    "a|＠b→a|'＠b",
                    "a; +b→a;' +b",
                    "\"a\n=b\"→\"a\n'=b\"",
                    "\"a\t=b\"→\"a\t'=b\""
                })
        void shouldGuardEachPartThatMightBecomeACell(String text, String guarded) {
            assertThat(SafeCells.guard(text)).isEqualTo(guarded);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Room 1 = 2",
                    "a-b",
                    "1+1",
                    "'quoted'",
                    "ada@aurora.example",
                    "#1",
                    "Café; 2nd floor",
                    "",
                    "'"
                })
        void shouldLeaveOtherTextsAsTheyAre(String text) {
            assertThat(SafeCells.guard(text)).isEqualTo(text);
            assertThat(SafeCells.unguard(text)).isEqualTo(text);
        }
    }

    @Test
    void shouldTellWhatWasGuardedFromWhatWasNot() {
        assertThat(SafeCells.unguard("'=1")).isEqualTo("=1");
        assertThat(SafeCells.unguard("''=1")).isEqualTo("'=1");
        assertThat(SafeCells.unguard("x;'=1")).isEqualTo("x;=1");
    }

    @Test
    void shouldLeaveNoCellActiveAndGiveEveryTextBack() {
        Random random = new Random(27);
        for (int i = 0; i < 200_000; i++) {
            String text = random.ints(random.nextInt(9), 0, ODD.length())
                    .mapToObj(place -> String.valueOf(ODD.charAt(place)))
                    .collect(Collectors.joining());

            String guarded = SafeCells.guard(text);

            assertThat(CUTS.split(guarded))
                    .noneMatch(cell -> ACTIVE.matcher(cell).matches());
            assertThat(SafeCells.unguard(guarded)).isEqualTo(text);
        }
    }
}
