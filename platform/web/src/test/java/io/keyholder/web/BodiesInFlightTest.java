package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodiesInFlightTest {
    /** A quarter of it for all, and a quarter of that for one caller: 1000 and 250. */
    private final BodiesInFlight bodies = new BodiesInFlight(4_000);

    @Test
    void shouldRefuseOneCallerWhatWouldLeaveNothingToOthers() {
        assertThat(bodies.take("ada", 250)).isTrue();

        assertThat(bodies.take("ada", 1)).isFalse();
        assertThat(bodies.take("gus", 250)).isTrue();
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
        bodies.take("ada", 250);
        bodies.take("ada", 250);
        bodies.giveBack("ada", 250);

        assertThat(bodies.held()).isZero();
        assertThat(bodies.take("ada", 250)).isTrue();
    }
}
