package io.keyholder.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "meridian.example, meridian.example",
        "MERIDIAN.Example, meridian.example",
        "meridian.example., meridian.example",
        "meridian。example, meridian.example",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example., xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.EXAMPLE, xn--bcher-kva.example",
        "straße.example, xn--strae-oqa.example",
        "ｍｅｒｉｄｉａｎ.example, meridian.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "r3---sn.example, r3---sn.example",
        "a.b-c.example, a.b-c.example"
    })
    void shouldReadAllSpellingsAsOne(String text, String name) {
        assertThat(Domain.parse(text)).hasValue(new Domain(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "example",
                "example.",
                "a..example",
                ".example.org",
                "a.b",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b.example",
                " a.example",
                "a.example ",
                "192.0.2.1",
                "192.0.2.1.",
                "1.2.3.0x7f",
                "[::1]",
                "::1",
                "a.example:8080",
                "http://a.example",
                "ada@a.example",
                "a.example/x",
                "*.example.org",
                "xn--.example",
                "xn--a.example",
                "xn--bcher-kva-.example",
                "a\u0000.example",
                "a\uD800.example",
                "a\u202Eb.example",
                "a\u200Db.example",
                "..example.org",
                "a.example.."
            })
    void shouldRefuseWhatIsNone(String text) {
        assertThat(Domain.parse(text)).isEmpty();
    }

    @Test
    void shouldKeepTheDnsLimits() {
        String longest = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61);

        assertThat(Domain.parse("a".repeat(63) + ".example")).isPresent();
        assertThat(Domain.parse("a".repeat(64) + ".example")).isEmpty();
        assertThat(Domain.parse(longest)).isPresent();
        assertThat(Domain.parse(longest + ".")).hasValue(new Domain(longest));
        assertThat(Domain.parse(longest + "b")).isEmpty();
        assertThat(Domain.parse("ü".repeat(63) + ".example")).isEmpty();
    }

    @Test
    void shouldRefuseATextOfAnyLength() {
        assertThat(Domain.parse("a.".repeat(200_000) + "example")).isEmpty();
        assertThat(Domain.parse("a".repeat(400_000))).isEmpty();
    }

    @Test
    void shouldBeReadable() {
        assertThat(new Domain("xn--bcher-kva.example").readable()).isEqualTo("bücher.example");
    }
}
