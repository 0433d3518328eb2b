package io.keyholder.audit.retention.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far back the log remembers. It is stored by months, and a month goes as a whole; until then what is older than the
 * retention is no longer shown.
 */
public final class Retention {
    /** Months made ahead, so that a service may stand still for long without entries landing outside. */
    private static final int AHEAD = 2;

    private final Duration kept;
    private final Clock clock;

    public Retention(Duration kept, Clock clock) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException(
                    "keyholder.audit.retention (KEYHOLDER_AUDIT_RETENTION) must be positive");
        }
        this.kept = kept;
        this.clock = clock;
    }

    /** The earliest time that is still shown. */
    public Instant earliest() {
        return clock.instant().minus(kept);
    }

    /** Every month that the log covers, the earliest first. */
    public List<YearMonth> months() {
        YearMonth last = monthOf(clock.instant()).plusMonths(AHEAD);
        return Stream.iterate(monthOf(earliest()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
