package io.keyholder.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodiesInFlightTest {
    /** A quarter of it for all, and half of that for one caller: 1000 and 500. */
    private final BodiesInFlight bodies = new BodiesInFlight(4_000);

    @Test
    void shouldRefuseOneCallerWhatWouldLeaveNothingToOthers() {
        assertThat(bodies.take("ada", 500)).isTrue();

        assertThat(bodies.take("ada", 1)).isFalse();
        assertThat(bodies.take("gus", 500)).isTrue();
    }

    @Test
    void shouldRefuseEverybodyWhatIsNotThere() {
        for (int i = 0; i < 4; i++) {
            assertThat(bodies.take("caller " + i, 250)).isTrue();
        }

        assertThat(bodies.take("another", 1)).isFalse();
        assertThat(bodies.held()).isEqualTo(1_000);
    }

    @Test
    void shouldCountWhatIsGivenBackNoMore() {
        bodies.take("ada", 500);
        bodies.take("ada", 500);
        bodies.giveBack("ada", 500);

        assertThat(bodies.held()).isZero();
        assertThat(bodies.take("ada", 500)).isTrue();
    }
}
