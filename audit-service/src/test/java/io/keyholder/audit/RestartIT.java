package io.keyholder.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestartIT extends OfOneTenant {
    private Instant now;

    @BeforeEach
    void oneTenant() {
        now = Clock.systemUTC().instant();
    }

    @Test
    void shouldLoseNothingAndRepeatNothingWhenTheConsumerIsCutOffMidWay() {
        List<AuditEntry> all = IntStream.range(0, 12_000)
                .mapToObj(i -> entries.at(now.minusMillis(i), "Room " + i))
                .toList();
        log.publish(all.toArray(AuditEntry[]::new));

        await().atMost(Log.SOON).until(() -> log.rowsOf(tenant) > 0);
        database.terminateConnections();
        cutOffTheConsumer();
        await().atMost(Log.SOON).until(() -> log.rowsOf(tenant) > 4_000);
        cutOffTheConsumer();
        database.terminateConnections();

        await().atMost(Duration.ofSeconds(60)).until(() -> log.rowsOf(tenant) >= all.size());
        assertThat(log.rowsOf(tenant)).isEqualTo(all.size());
    }

    /** Its share is taken from it, and it takes it again and begins anew where the database says. */
    private void cutOffTheConsumer() {
        await().atMost(Log.SOON).ignoreExceptions().until(() -> {
            database.execute("delete from consumer_member");
            return true;
        });
    }
}
