package io.keyholder.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalRatesTest {
    private static final Instant MINUTE = Instant.parse("2026-01-31T12:00:00Z");

    private final RefusalRates rates = new RefusalRates();
    private final UUID tenant = Ids.next();

    private boolean isWritten(String user, Instant time) {
        AuditEntry refusal = new AuditEntry(
                Ids.next(),
                time,
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.FAILED,
                null,
                "",
                tenant,
                user,
                tenant,
                null,
                "forbidden",
                1);
        return rates.isToBeWrittenNow(refusal, Provenance.platform());
    }

    private int written(String user, Instant time, int refusals) {
        int written = 0;
        for (int i = 0; i < refusals; i++) {
            written += isWritten(user, time) ? 1 : 0;
        }
        return written;
    }

    @Test
    void shouldWriteSixtyAMinuteEachAndTheRestAsOneWithTheirCount() {
        assertThat(written("ada", MINUTE, 100)).isEqualTo(60);
        assertThat(rates.takeEnded(MINUTE.plusSeconds(59))).isEmpty();

        List<RefusalRates.Summary> ended = rates.takeEnded(MINUTE.plusSeconds(60));

        assertThat(ended).hasSize(1);
        assertThat(ended.getFirst().entry().count()).isEqualTo(40);
        assertThat(ended.getFirst().entry().userId()).isEqualTo("ada");
        assertThat(rates.takeEnded(MINUTE.plusSeconds(61))).isEmpty();
    }

    @Test
    void shouldNotSumUpWhatStaysWithinTheRate() {
        assertThat(written("ada", MINUTE, 60)).isEqualTo(60);

        assertThat(rates.takeEnded(MINUTE.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldBeginAnewWithEachMinute() {
        written("ada", MINUTE, 60);

        assertThat(written("ada", MINUTE.plusSeconds(60), 60)).isEqualTo(60);
    }

    @Test
    void shouldLoseNoneOfAMinuteThatIsNotYetTaken() {
        written("ada", MINUTE, 70);

        int next = written("ada", MINUTE.plusSeconds(60), 5);
        List<RefusalRates.Summary> ended = rates.takeEnded(MINUTE.plusSeconds(61));

        assertThat(next + ended.stream().mapToInt(s -> s.entry().count()).sum()).isEqualTo(15);
    }

    @Test
    void shouldCountEachCallerAlone() {
        written("ada", MINUTE, 100);

        assertThat(written("bob", MINUTE, 60)).isEqualTo(60);
    }

    @Test
    void shouldRememberNobodyForLong() {
        written("ada", MINUTE, 100);
        rates.takeEnded(MINUTE.plus(Duration.ofMinutes(1)));

        assertThat(written("ada", MINUTE.plus(Duration.ofMinutes(1)), 60)).isEqualTo(60);
    }
}
