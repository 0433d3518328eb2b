package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Payload;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Writes down what it is handed, applies what is newer, and fails where a test wants it to. */
@Singleton
class TestHandler {
    private static final String APPLY = """
            insert into latest (topic, key, epoch, version) values (?, ?, ?, ?)
            on conflict (topic, key) do update
            set epoch = excluded.epoch, version = excluded.version, applied = latest.applied + 1
            where (latest.epoch, latest.version) < (excluded.epoch, excluded.version)
            """;

    private final DataSource database;
    private final Map<String, Supplier<Throwable>> failures = new ConcurrentHashMap<>();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final List<String> complete = new CopyOnWriteArrayList<>();
    private final List<String> unreadable = new CopyOnWriteArrayList<>();

    TestHandler(DataSource database) {
        this.database = database;
    }

    /** @param failure made anew for each attempt; null: none this time */
    void failAt(UUID id, Supplier<Throwable> failure) {
        failures.put(id.toString(), failure);
    }

    void recover(UUID id) {
        failures.remove(id.toString());
    }

    /** Partitions are read from their beginnings now and then: what another test made fail comes again. */
    void recover() {
        failures.clear();
    }

    List<String> forgotten() {
        return forgotten;
    }

    List<String> unreadable() {
        return unreadable;
    }

    List<String> complete() {
        return complete;
    }

    private void handle(Topic topic, Event<?> event) {
        String key = event.data().id().toString();
        update("insert into taken (topic, key, sequence) values (?, ?, ?)", topic, key, event.sequence());
        update(APPLY, topic, key, event.sequence());
        Supplier<Throwable> failure = failures.get(key);
        Throwable thrown = failure == null ? null : failure.get();
        if (thrown != null) {
            throwAny(thrown);
        }
    }

    private abstract static class OfOneTopic<P extends Payload> implements EventHandler<P> {
        private final Class<P> payload;
        private final TestHandler all;

        OfOneTopic(Class<P> payload, TestHandler all) {
            this.payload = payload;
            this.all = all;
        }

        @Override
        public Class<P> payload() {
            return payload;
        }

        @Override
        public void handle(Event<P> event) {
            all.handle(topic(), event);
        }

        @Override
        public void forget(UUID id) {
            all.forgotten.add(id.toString());
        }

        @Override
        public void forgetBefore(int epoch) {
            all.complete.add(topic() + " in " + epoch);
        }

        @Override
        public void unreadable(String key, EventContext context) {
            all.unreadable.add(key);
        }

        @Override
        public boolean has(UUID id, Sequence sequence) {
            return false;
        }
    }

    @Singleton
    static class OfRelationships extends OfOneTopic<RelationshipState> {
        OfRelationships(TestHandler all) {
            super(RelationshipState.class, all);
        }
    }

    @Singleton
    static class OfInvitations extends OfOneTopic<InvitationState> {
        OfInvitations(TestHandler all) {
            super(InvitationState.class, all);
        }
    }

    private void update(String sql, Topic topic, String key, Sequence sequence) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, topic.topicName());
            statement.setString(2, key);
            if (sql.equals(APPLY)) {
                statement.setInt(3, sequence.epoch());
                statement.setLong(4, sequence.version());
            } else {
                statement.setString(3, sequence.toString());
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The test's table could not be written", e);
        }
    }

    List<String> taken(UUID id) {
        return texts("select sequence from taken where key = '" + id + "' order by place");
    }

    List<String> latest(UUID id) {
        return texts("select epoch || '.' || version || ' after ' || applied from latest where key = '" + id + "'");
    }

    private List<String> texts(String sql) {
        List<String> texts = new java.util.ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
