package io.keyholder.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReleasedTest {

    private final Set<String> breaks;
    private final List<String> accepted;

    ReleasedTest() throws IOException {
        breaks = Compatibility.breaks(ApiFiles.read(ApiFiles.lastReleased()), ApiFiles.read(ApiFiles.PRESENT));
        accepted = ApiFiles.accepted();
    }

    @Test
    void shouldBreakNoClientOfTheLastReleaseUnargued() throws IOException {
        assertThat(breaks.stream().filter(one -> accepted.stream().noneMatch(pattern -> matches(pattern, one))))
                .as("what breaks clients of %s, and is to be undone or argued in accepted.txt", ApiFiles.lastReleased())
                .isEmpty();
    }

    /** One that nothing needs any more would hide the next break. */
    @Test
    void shouldArgueNothingThatIsNoBreak() {
        assertThat(accepted.stream().filter(pattern -> breaks.stream().noneMatch(one -> matches(pattern, one))))
                .isEmpty();
    }

    private static boolean matches(String pattern, String found) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return found.matches(regex);
    }
}
