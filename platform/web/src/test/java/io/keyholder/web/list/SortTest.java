package io.keyholder.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.web.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
    private static final List<String> KNOWN = List.of("name", "createdAt");

    @Test
    void shouldBeTheListsOwnWithoutBeingAsked() {
        assertThat(Sort.parse(null, KNOWN)).isEqualTo(new Sort("name", false));
    }

    @Test
    void shouldDescendWithAMinus() {
        assertThat(Sort.parse("-createdAt", KNOWN)).isEqualTo(new Sort("createdAt", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "Name", "--name", "name,createdAt", "+name"})
    void shouldRefuseWhatTheListCannotBeOrderedBy(String asked) {
        assertThatThrownBy(() -> Sort.parse(asked, KNOWN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("name, createdAt");
    }
}
