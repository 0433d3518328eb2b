package io.keyholder.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class OutboxIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Provenance BY = Provenance.platform();

    @Provided
    KafkaBackend kafka;

    @Provided
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    DataSource pool;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private List<String> sent(Topic topic, UUID id) {
        return new TopicLog(kafka.bootstrapServers()).sequencesOf(topic, id);
    }

    private void append(Relationship relationship, long version) {
        outbox.append(EventType.RELATIONSHIP_ESTABLISHED, relationship.active(), version, BY);
    }

    @Test
    void shouldSendTheEventsOfATransactionInTheirOrder() {
        Relationship relationship = Relationship.some();

        QuarkusTransaction.requiringNew().run(() -> {
            append(relationship, 1);
            append(relationship, 2);
            outbox.append(EventType.RELATIONSHIP_TERMINATED, relationship.terminated(), 3, BY);
        });

        await().atMost(SOON)
                .until(() -> sent(Topic.RELATIONSHIPS, relationship.id()).size() == 3);
        assertThat(sent(Topic.RELATIONSHIPS, relationship.id())).containsExactly("1.1", "1.2", "1.3");
    }

    @Test
    void shouldSendNothingOfATransactionThatRollsBack() {
        Relationship undone = Relationship.some();
        Relationship after = Relationship.some();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    append(undone, 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        QuarkusTransaction.requiringNew().run(() -> append(after, 1));

        await().atMost(SOON).until(() -> !sent(Topic.RELATIONSHIPS, after.id()).isEmpty());
        assertThat(sent(Topic.RELATIONSHIPS, undone.id())).isEmpty();
    }

    /** As a refusal is recorded: the first connection of the transaction is asked for as it ends. */
    @Test
    void shouldWriteInATransactionThatHasDoneNothingElse() {
        UUID id = Ids.next();

        QuarkusTransaction.requiringNew().run(() -> outbox.audit(Entries.some(id), BY));

        await().atMost(SOON).until(() -> !sent(Topic.AUDIT, id).isEmpty());
    }

    @Test
    void shouldNotCommitAChangeWhoseEventsCannotBeWritten() {
        Relationship relationship = Relationship.some();
        database.execute("create table change (id uuid); grant select, insert on change to public");
        database.execute("alter table outbox add constraint refused check (key <> '" + relationship.id() + "')");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            execute("insert into change values ('" + relationship.id() + "')");
            append(relationship, 1);
        }));

        assertThat(database.number("select count(*) from change where id = '" + relationship.id() + "'"))
                .isZero();
        database.execute("alter table outbox drop constraint refused");
    }

    @Test
    void shouldRefuseToWriteOutsideATransaction() {
        assertThatThrownBy(() -> append(Relationship.some(), 1)).isInstanceOf(IllegalStateException.class);
    }

    /** It would be too late to be written, and must not be lost without a word. */
    @Test
    void shouldRefuseAnEventThatIsAppendedAsTheTransactionEnds() {
        Relationship relationship = Relationship.some();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            append(relationship, 1);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    append(relationship, 2);
                }

                @Override
                public void afterCompletion(int status) {}
            });
        }));

        assertThat(database.number("select count(*) from outbox where key = '" + relationship.id() + "'"))
                .isZero();
        assertThat(sent(Topic.RELATIONSHIPS, relationship.id())).isEmpty();
    }

    /** It would never be sent, and nothing after it. */
    @Test
    void shouldRefuseAnEventThatKafkaWouldNotTake() {
        Relationship relationship = Relationship.some();
        RelationshipState active = relationship.active();
        RelationshipState huge = new RelationshipState(
                active.id(),
                active.customerId(),
                active.partnerId(),
                active.status(),
                active.invitationId(),
                active.establishedAt(),
                Collections.nCopies(Topic.LARGEST_RECORD / 100, "x".repeat(100)),
                null);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(EventType.RELATIONSHIP_ESTABLISHED, huge, 1, BY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayWhatATransactionHasWrittenAndExpects() {
        Relationship relationship = Relationship.some();
        UUID derived = Ids.next();

        List<Written> written = QuarkusTransaction.requiringNew().call(() -> {
            append(relationship, 7);
            outbox.expect(Topic.DELEGATIONS, derived, 1);
            return outbox.written();
        });

        assertThat(written)
                .containsExactly(
                        new Written(Topic.RELATIONSHIPS, relationship.id(), new Sequence(1, 7)),
                        new Written(Topic.DELEGATIONS, derived, new Sequence(0, 1)));
    }

    @Test
    void shouldKeepAccountOfWhatEnded() {
        Relationship relationship = Relationship.some();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(EventType.RELATIONSHIP_TERMINATED, relationship.terminated(), 2, BY));

        assertThat(database.number("select count(*) from outbox_ended where key = '" + relationship.id() + "'"))
                .isEqualTo(1);
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
