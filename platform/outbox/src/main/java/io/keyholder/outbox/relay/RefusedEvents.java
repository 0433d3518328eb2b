package io.keyholder.outbox.relay;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Events that Kafka refuses for their own sake. They would hold up everything behind them for ever; they are kept in a table
 * of their own instead. Where access is decided by them, nobody may go on by an older state: in their place goes a record of
 * the same key that says nothing, which every reader takes for an unreadable one and denies what it concerns.
 */
final class RefusedEvents {
    private static final Logger LOG = Logger.getLogger(RefusedEvents.class);
    private static final int LONGEST_HEADER = 1_000;

    private static final String KEEP = """
            insert into outbox_refused (id, topic, key, headers, payload, created_at, reason)
            select id, topic, key, headers, payload, created_at, 'Kafka refused it for its own sake'
            from outbox where id = any(?) on conflict (id) do nothing
            """;

    private final Connection connection;
    private final Sender sender;

    RefusedEvents(Connection connection, Sender sender) {
        this.connection = connection;
        this.sender = sender;
    }

    /** Returns when they are kept and their readers are told; the rows of the outbox may go then. */
    void setAside(List<OutboxRows.Row> batch, Set<Integer> refused, Sender.Vigil vigil) throws SQLException {
        List<OutboxRows.Row> rows = refused.stream().sorted().map(batch::get).toList();
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRows.Row::id).toArray()));
            statement.executeUpdate();
        }
        rows.forEach(row -> LOG.errorf(
                "event=relay.refused topic=%s key=%s id=%d bytes=%d",
                row.event().topic(),
                row.event().key(),
                row.id(),
                row.event().payload().length()));
        List<EncodedEvent> denials = refused.stream()
                .sorted()
                .filter(place -> isDecisive(batch.get(place)) && !isReplaced(batch, place, refused))
                .map(place -> denial(batch.get(place).event()))
                .toList();
        if (!denials.isEmpty()) {
            sender.send(denials, vigil);
        }
    }

    private static boolean isDecisive(OutboxRows.Row row) {
        return Topic.named(row.event().topic()).map(Topic::isDecisive).orElse(false);
    }

    /** Whether a later state of the same aggregate was taken: it says all that the refused one did. */
    private static boolean isReplaced(List<OutboxRows.Row> batch, int place, Set<Integer> refused) {
        EncodedEvent event = batch.get(place).event();
        return IntStream.range(place + 1, batch.size())
                .filter(later -> !refused.contains(later))
                .mapToObj(later -> batch.get(later).event())
                .anyMatch(later ->
                        later.topic().equals(event.topic()) && later.key().equals(event.key()));
    }

    private static EncodedEvent denial(EncodedEvent event) {
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.values().removeIf(value -> value.length() > LONGEST_HEADER);
        return new EncodedEvent(event.topic(), event.key(), headers, "{}");
    }
}
