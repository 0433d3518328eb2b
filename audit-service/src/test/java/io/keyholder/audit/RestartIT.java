package io.keyholder.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RestartIT {

    @Provided
    Database database;

    @Provided
    KafkaBackend kafka;

    @Provided("shared")
    TestIssuer issuer;

    private Log log;
    private UUID tenant;
    private Entries entries;
    private Instant now;

    @BeforeEach
    void oneTenant() {
        log = new Log(kafka, database, issuer);
        tenant = log.tenant();
        entries = new Entries(tenant);
        now = Clock.systemUTC().instant();
    }

    @AfterEach
    void close() {
        log.close();
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

    /** Its offsets are then refused, whatever it has stored meanwhile, and it begins anew after the last accepted ones. */
    private void cutOffTheConsumer() {
        try (Admin admin = kafka.admin()) {
            await().atMost(Log.SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> admin.removeMembersFromConsumerGroup(
                                    "audit-service", new RemoveMembersFromConsumerGroupOptions())
                            .all()
                            .get());
        }
    }
}
