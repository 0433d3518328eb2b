package io.keyholder.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
    private final Quota<String> quota = new Quota<>(3, 1000);

    @Test
    void shouldGrantExactlySoManyToEach() {
        quota.spend("ada");
        quota.spend("ada");

        assertThat(quota.spend("ada")).returns(true, Quota.Spending::isGranted).returns(0L, Quota.Spending::remaining);
        assertThat(quota.spend("ada")).returns(false, Quota.Spending::isGranted);
        assertThat(quota.spend("grace")).returns(true, Quota.Spending::isGranted);
    }

    @Test
    void shouldTellWhenToComeBack() {
        for (int i = 0; i < 4; i++) {
            quota.spend("ada");
        }

        assertThat(quota.spend("ada").resetSeconds()).isBetween(1L, 60L);
    }

    @Test
    void shouldNotCountWhatWasGivenBack() {
        quota.spend("ada");
        quota.giveBack("ada");

        assertThat(quota.spend("ada").remaining()).isEqualTo(2);
    }

    @Test
    void shouldTellTheTighterOfTwo() {
        Quota.Spending wide = new Quota.Spending(true, 10, 5);
        Quota.Spending tight = new Quota.Spending(true, 2, 50);

        assertThat(wide.tighter(tight)).isSameAs(tight);
        assertThat(tight.tighter(wide)).isSameAs(tight);
    }
}
