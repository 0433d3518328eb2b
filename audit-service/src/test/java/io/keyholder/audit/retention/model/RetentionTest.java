package io.keyholder.audit.retention.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyholder.audit.log.model.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    /** Already February where the clock stands, and still January in UTC. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T23:30:00Z"), ZoneId.of("Asia/Tokyo"));

    @Test
    void shouldCoverTheMonthsOfUtcFromTheRetentionToTwoAhead() {
        Retention retention = new Retention(Duration.ofDays(40), clock);

        assertThat(retention.earliest()).isEqualTo(Instant.parse("2025-12-22T23:30:00Z"));
        assertThat(retention.months())
                .containsExactly(
                        YearMonth.of(2025, 12), YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    }

    @Test
    void shouldKeepSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Duration.ZERO, clock))
                .withMessageContaining("KEYHOLDER_AUDIT_RETENTION");
    }

    @Test
    void shouldCutWhatIsAskedForToWhatIsKept() {
        Instant earliest = Instant.parse("2026-01-01T00:00:00Z");
        Period before = new Period(earliest.minusSeconds(1), Optional.empty());
        Period within = new Period(earliest.plusSeconds(1), Optional.of(earliest.plusSeconds(2)));

        assertThat(before.notBefore(earliest).from()).isEqualTo(earliest);
        assertThat(within.notBefore(earliest)).isEqualTo(within);
    }
}
