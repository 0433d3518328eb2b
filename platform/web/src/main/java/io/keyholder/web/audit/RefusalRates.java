package io.keyholder.web.audit;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a caller from filling a log with refusals: 60 a minute are recorded each, and those beyond are recorded as one
 * with a count when the minute is over.
 */
@ApplicationScoped
class RefusalRates {
    private static final int EACH = 60;

    private record Who(@Nullable UUID tenantId, String userId) {}

    /** @param last the last refusal beyond the rate, for which the one entry stands */
    private record Minute(
            long number, int seen, int beyond, @Nullable Summary last) {}

    /** Refusals of one caller and minute that are recorded as one. */
    record Summary(AuditEntry entry, Provenance by) {}

    private final Map<Who, Minute> minutes = new ConcurrentHashMap<>();

    /** Whether the refusal gets an entry of its own; if not, it is counted. */
    boolean isToBeWrittenNow(AuditEntry refusal, Provenance by) {
        long number = minuteOf(refusal.time());
        Who who = new Who(refusal.userTenantId(), refusal.userId());
        Minute now = minutes.compute(who, (unused, minute) -> {
            // What a minute has left over is taken by its end; a caller's next minute waits for that.
            if (minute == null || (minute.number() != number && minute.beyond() == 0)) {
                return new Minute(number, 1, 0, null);
            }
            return minute.seen() < EACH
                    ? new Minute(minute.number(), minute.seen() + 1, 0, null)
                    : new Minute(minute.number(), minute.seen() + 1, minute.beyond() + 1, new Summary(refusal, by));
        });
        return now.last() == null;
    }

    /** The summaries of the minutes that are over by now; each is given out once. */
    List<Summary> takeEnded(Instant now) {
        List<Summary> ended = new ArrayList<>();
        for (Who who : minutes.keySet()) {
            minutes.computeIfPresent(who, (unused, minute) -> {
                if (minute.number() >= minuteOf(now)) {
                    return minute;
                }
                if (minute.last() instanceof Summary last) {
                    ended.add(new Summary(last.entry().standingFor(minute.beyond()), last.by()));
                }
                return null;
            });
        }
        return ended;
    }

    private static long minuteOf(Instant time) {
        return time.getEpochSecond() / 60;
    }
}
