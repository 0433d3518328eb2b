package io.keyholder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final UUID ID = UUID.fromString("019a7c1e-0000-7abc-8def-0123456789ab");

    @Test
    void shouldReadTheThirtySixCharactersInEitherCase() {
        assertThat(Ids.parse("019a7c1e-0000-7abc-8def-0123456789ab")).hasValue(ID);
        assertThat(Ids.parse("019A7C1E-0000-7ABC-8DEF-0123456789AB")).hasValue(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-id",
                "019a7c1e-0000-7abc-8def-0123456789a",
                "019a7c1e-0000-7abc-8def-0123456789ab ",
                " 019a7c1e-0000-7abc-8def-0123456789ab",
                " 019a7c1e-0000-7abc-8def-0123456789a",
                "019a7c1e00007abc8def0123456789ab",
                "{19a7c1e-0000-7abc-8def-0123456789a}",
                "019a7c1e-0000-7abc-8def-0123456789ag",
                "019a7c1e00-00-7abc-8def-0123456789ab",
                "000000000000-1-1-1-00000000000000001",
                "019a7c1e-0000-7abc-8def-+123456789ab",
                "０19a7c1e-0000-7abc-8def-0123456789ab",
                "AZp8HgAAer2N7wEjRWeJqw=="
            })
    void shouldReadNothingElse(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
