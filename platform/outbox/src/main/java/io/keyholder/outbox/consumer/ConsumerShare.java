package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * This process's share of the topics that the service's processes read together. Who holds what is in the database which they
 * fill, and without which none of them can go on: so Kafka's coordinators of groups may be away. A process that says nothing for
 * {@link #LEASE} holds nothing. One that does not know yet that it has lost a share is stopped by {@link ConsumedProgress},
 * not by this.
 *
 * <p>Each statement is a transaction of its own, so that a process that freezes holds no lock.
 */
public final class ConsumerShare {
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ConsumerShare.class);
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    /** A lease that ends later than any can was given before the database's clock was set back. */
    private static final String ALIVE =
            "expires_at between now() and now() + interval '" + LEASE.toSeconds() + " seconds'";

    private static final String RENEW = """
            insert into consumer_member (instance, expires_at) values (?, now() + interval '%d seconds')
            on conflict (instance) do update set expires_at = excluded.expires_at
            """.formatted(LEASE.toSeconds());

    private static final String FORGET_THE_DEAD =
            "delete from consumer_member where instance in (select instance from consumer_member where not (" + ALIVE
                    + ") for update skip locked)";

    private final DataSource database;
    private final UUID instance = Ids.next();

    private volatile Set<Integer> held = Set.of();
    private boolean complete;
    private long renewedAt;

    public ConsumerShare(DataSource database) {
        this.database = database;
    }

    /** How many of the topics' partitions this process reads, of each topic. */
    public int size() {
        return held.size();
    }

    /** Whether to {@link #renew} it: from time to time, and at once while something is still to come. */
    boolean isDue() {
        return !complete || System.nanoTime() - renewedAt >= RENEWAL.toNanos();
    }

    /** Gives what others are due, takes what is free. @return the numbers of the partitions that are this process's now */
    Set<Integer> renew() {
        try (Connection connection = database.getConnection()) {
            renewedAt = System.nanoTime();
            change(connection, RENEW, instance);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(FORGET_THE_DEAD);
            }
            Shares shares = read(connection);
            Set<Integer> now = shares.heldBy(instance);
            now.removeAll(give(connection, shares.surplusOf(instance)));
            now.addAll(take(connection, shares.openTo(instance)));
            complete = now.size() == shares.due(instance);
            if (!now.equals(held)) {
                LOG.infof(
                        "event=consumer.share partitions=%s processes=%d",
                        now, shares.members().size());
            }
            held = Set.copyOf(now);
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's share could not be renewed", e);
        }
    }

    /** The others may take it at once. */
    void leave() {
        try (Connection connection = database.getConnection()) {
            change(connection, "delete from consumer_member where instance = ?", instance);
            held = Set.of();
        } catch (SQLException e) {
            LOG.warnf("event=consumer.share-not-left until=%s reason=\"%s\"", LEASE, e.getMessage());
        }
    }

    private Shares read(Connection connection) throws SQLException {
        List<UUID> members = new ArrayList<>();
        Map<Integer, UUID> holders = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select instance, number from consumer_member left join consumer_share on holder = instance
                        where %s order by instance
                        """.formatted(ALIVE))) {
            while (row.next()) {
                UUID member = row.getObject(1, UUID.class);
                Integer number = row.getObject(2, Integer.class);
                if (!members.contains(member)) {
                    members.add(member);
                }
                if (number != null) {
                    holders.put(number, member);
                }
            }
        }
        return new Shares(members, holders);
    }

    private Set<Integer> give(Connection connection, Set<Integer> numbers) throws SQLException {
        return move(
                connection,
                numbers,
                "update consumer_share set holder = null where holder = ? and number = any(?)" + " returning number");
    }

    private Set<Integer> take(Connection connection, Set<Integer> numbers) throws SQLException {
        return move(
                connection,
                numbers,
                "update consumer_share set holder = ? where holder is null and number = any(?)" + " returning number");
    }

    private Set<Integer> move(Connection connection, Set<Integer> numbers, String sql) throws SQLException {
        Set<Integer> moved = new HashSet<>();
        if (numbers.isEmpty()) {
            return moved;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, instance);
            statement.setArray(2, connection.createArrayOf("integer", numbers.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moved.add(row.getInt(1));
                }
            }
        }
        return moved;
    }

    private static void change(Connection connection, String sql, UUID instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, instance);
            statement.executeUpdate();
        }
    }
}
