package io.keyholder.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Primary admin",
                "primary ADMIN",
                "Primary\u00a0admin",
                "Primary \u0430dmin",
                "\u0420rimary admin",
                "PRlMARY ADMlN",
                "Prirnary admin",
                "P\u200crimary admin",
                "\uff30rimary admin"
            })
    void shouldBeTakenForTheOther(String name) {
        assertThat(LookAlikes.alike(name, "Primary admin")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Primary administrator", "Secondary admin", "Help desk", "Prim\u00e4r admin", "Primary"})
    void shouldNotBe(String name) {
        assertThat(LookAlikes.alike(name, "Primary admin")).isFalse();
    }
}
