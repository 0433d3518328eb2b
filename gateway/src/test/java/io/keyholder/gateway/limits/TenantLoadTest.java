package io.keyholder.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantLoadTest {
    private static final UUID BUSY = UUID.randomUUID();
    private static final UUID BUSIER = UUID.randomUUID();

    private final TenantLoad load = new TenantLoad();

    @Test
    void shouldNameTheBusiestFirst() {
        repeat(60, () -> load.admitted(BUSY));
        repeat(60, () -> load.admitted(BUSIER));
        repeat(5, () -> load.refused(BUSIER));

        assertThat(load.busiest())
                .containsExactly(new TenantLoad.Load(BUSIER, 65, 5), new TenantLoad.Load(BUSY, 60, 0));
    }

    @Test
    void shouldNotNameWhoAsksForLittle() {
        repeat(59, () -> load.admitted(BUSY));

        assertThat(load.busiest()).isEmpty();
    }

    @Test
    void shouldNameFiveAtMost() {
        repeat(9, () -> {
            UUID tenant = UUID.randomUUID();
            repeat(70, () -> load.admitted(tenant));
        });

        assertThat(load.busiest()).hasSize(5);
    }

    @Test
    void shouldCountEachPeriodAnew() {
        repeat(70, () -> load.admitted(BUSY));
        load.busiest();
        repeat(61, () -> load.admitted(BUSY));

        assertThat(load.busiest()).containsExactly(new TenantLoad.Load(BUSY, 61, 0));
    }

    private static void repeat(int times, Runnable action) {
        IntStream.range(0, times).forEach(i -> action.run());
    }
}
