package io.keyholder.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OutboxTable;
import io.keyholder.outbox.Provenance;
import io.keyholder.outbox.Relationship;
import io.keyholder.outbox.StateSource;
import io.keyholder.outbox.TopicLog;
import io.keyholder.outbox.cdi.RealClients;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that was restored from a backup, brought back by a higher epoch. */
@QuarkusTest
@TestProfile(RepublicationIT.OfItsOwn.class)
@QuarkusTestResource(KeyholderTestResource.class)
class RepublicationIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Provided
    KafkaBackend kafka;

    @Provided
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    DataSource pool;

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxEpoch epoch;

    /** An application of its own, for its epoch changes. */
    public static final class OfItsOwn implements QuarkusTestProfile {}

    @BeforeEach
    void beginAnew() {
        new RealClients(kafka.bootstrapServers()).provision();
        await().atMost(SOON).until(() -> relay.status().isActive());
        database.execute("update outbox_epoch set epoch = 1");
        epoch.forget();
    }

    private Republication republication(StateSource source) {
        return new Republication(
                List.of(source),
                new TopicContent(new RealClients(kafka.bootstrapServers())::plainConsumer),
                new OutboxTable(pool),
                new EpochTable(pool),
                new LogTable(pool),
                Clock.systemUTC(),
                Relationship.SERVICE);
    }

    private void publish(int epoch, StateSource source) {
        republication(source).publish(epoch, Map.of(), Set.of());
    }

    private static StateSource source(Stream<StateSource.Snapshot> states) {
        return source(() -> {}, states);
    }

    private static StateSource source(Runnable meanwhile, Stream<StateSource.Snapshot> states) {
        return new StateSource() {
            @Override
            public Topic topic() {
                return Topic.RELATIONSHIPS;
            }

            @Override
            public Stream<Snapshot> all(int epoch) {
                meanwhile.run();
                return states;
            }
        };
    }

    private void publish(Relationship relationship, long version) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(
                        EventType.RELATIONSHIP_ESTABLISHED, relationship.active(), version, Provenance.platform()));
    }

    private List<String> sent(Relationship relationship) {
        return new TopicLog(kafka.bootstrapServers()).sequencesOf(Topic.RELATIONSHIPS, relationship.id());
    }

    private void awaitSent(Relationship relationship, String... sequences) {
        await().atMost(SOON).until(() -> sent(relationship).equals(List.of(sequences)));
    }

    private RelationshipState lastOf(Relationship relationship) {
        return new TopicLog(kafka.bootstrapServers())
                .of(Topic.RELATIONSHIPS).stream()
                        .filter(message -> relationship.id().toString().equals(message.key()))
                        .reduce((earlier, later) -> later)
                        .map(message -> {
                            try {
                                Event<?> event = KafkaRecords.decode(Topic.RELATIONSHIPS, message);
                                return (RelationshipState) event.data();
                            } catch (UnreadableEvent e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .orElseThrow();
    }

    @Test
    void shouldPublishWhatIsThereAndEndWhatIsGone() {
        Relationship kept = Relationship.some();
        Relationship gone = Relationship.some();
        publish(kept, 5);
        publish(gone, 3);
        awaitSent(kept, "1.5");
        awaitSent(gone, "1.3");

        // The backup is older: the one had its fourth version, the other was not there.
        publish(2, source(Stream.of(new StateSource.Snapshot(kept.active(), 4))));

        awaitSent(kept, "1.5", "2.4");
        awaitSent(gone, "1.3", "2.0");
        assertThat(lastOf(gone).status()).isEqualTo(RelationshipState.Status.TERMINATED);
        assertThat(lastOf(gone).customerId()).isEqualTo(gone.customerId());
        assertThat(database.number("select count(*) from outbox_ended where key = '" + gone.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void shouldDoItWhollyOrNotAtAll() {
        Relationship relationship = Relationship.some();

        assertThatThrownBy(() -> publish(2, source(Stream.of(1, 2).map(n -> {
                    if (n == 2) {
                        throw new IllegalStateException("broken off");
                    }
                    return new StateSource.Snapshot(relationship.active(), 1);
                }))))
                .hasMessage("broken off");

        assertThat(database.number("select epoch from outbox_epoch")).isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where key = '" + relationship.id() + "'"))
                .isZero();
    }

    /** A compacted topic keeps the last record of a key. */
    @Test
    void shouldSendNoOlderStateAfterAChangeThatIsMadeMeanwhile() {
        Relationship relationship = Relationship.some();
        Thread change = Thread.ofPlatform()
                .unstarted(() -> new OutboxTable(unpooled())
                        .insert(List.of(relationship.event(relationship.terminated(), new Sequence(2, 5))), 2));
        StateSource source = source(
                () -> {
                    change.start();
                    await().atMost(SOON).until(() -> !change.isAlive() || isWaitingForALock());
                },
                Stream.of(new StateSource.Snapshot(relationship.active(), 4)));

        publish(2, source);

        awaitSent(relationship, "2.4", "2.5");
        assertThat(lastOf(relationship).status()).isEqualTo(RelationshipState.Status.TERMINATED);
    }

    /** Readers would ignore events of the epoch before: better no change than one that nobody hears of. */
    @Test
    void shouldGoOnInTheNewEpoch() {
        Relationship relationship = Relationship.some();
        publish(relationship, 1);
        publish(2, source(Stream.of(new StateSource.Snapshot(relationship.active(), 1))));

        assertThatThrownBy(() -> publish(relationship, 2)).hasStackTraceContaining("another epoch");
        publish(relationship, 2);

        awaitSent(relationship, "1.1", "2.1", "2.2");
    }

    private boolean isWaitingForALock() {
        return database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
                > 0;
    }

    private DataSource unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }
}
