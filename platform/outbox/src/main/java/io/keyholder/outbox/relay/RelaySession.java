package io.keyholder.outbox.relay;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.EventHeaders;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The relay's work over one connection: first to hold the lock, then to send, delete and wait. Whatever fails ends the
 * session; the next begins where the last acknowledged delete left off.
 */
final class RelaySession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelaySession.class);

    /** The key of the advisory lock: one relay a database, and so a service. */
    private static final long LOCK = 0x6b6579686f6c6465L;

    private static final long NOTHING = Long.MAX_VALUE;
    private static final Duration LOCK_RETRY = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_ANOTHER_LOG = Duration.ofSeconds(3);
    private static final Duration LOOK_FOR_NOTIFICATIONS = Duration.ofMillis(10);

    private final Connection connection;
    private final OutboxRows rows;
    private final RefusedEvents refusedEvents;
    private final EndedAggregates ended;
    private final Sender sender;
    private final Reconciliation reconciliation;
    private final RelaySettings settings;
    private final RelayStatus status;

    private Footing footing = new Footing(0, 0, Map.of());
    private long lastLook = System.nanoTime();
    private long lastWatermark = System.nanoTime() - Duration.ofDays(1).toNanos();

    RelaySession(
            Connection connection,
            Sender sender,
            Reconciliation reconciliation,
            RelaySettings settings,
            RelayStatus status) {
        this.connection = connection;
        this.rows = new OutboxRows(connection);
        this.refusedEvents = new RefusedEvents(connection, sender);
        this.ended = new EndedAggregates(connection, sender, settings.keepEnded());
        this.sender = sender;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.status = status;
    }

    void run(WakeUp wakeUp, BooleanSupplier closed) throws SQLException {
        if (!awaitLock(wakeUp, closed)) {
            return;
        }
        // While Kafka is away each session ends here: what waits is to be seen all the same.
        lookAtBacklog();
        // Another Kafka may have given the old producer's id to somebody else, and would take what it sends for theirs.
        sender.close();
        footing = reconciliation.establish();
        status.began(footing.position().epoch());
        execute("listen " + RemoteSignal.CHANNEL);
        status.activate();
        LOG.infof("event=relay.active source=%s", settings.source());
        Sender.Vigil vigil = () -> keepVigil(closed);
        // Somebody may have asked the relay before this one for a watermark, and it died with that.
        drainAndSayWatermark(true, vigil);
        while (!closed.getAsBoolean()) {
            boolean requested = wakeUp.takeWatermarkRequest();
            if (requested || isWatermarkDue()) {
                if (!drainAndSayWatermark(requested, vigil)) {
                    pause(wakeUp, requested);
                }
            } else if (sendBatch(vigil) == NOTHING) {
                await(wakeUp, closed);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean awaitLock(WakeUp wakeUp, BooleanSupplier closed) throws SQLException {
        while (!closed.getAsBoolean()) {
            if (tryLock()) {
                return true;
            }
            status.standBy();
            wakeUp.await(LOCK_RETRY);
        }
        return false;
    }

    private boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    /** Sends and deletes the next events; the id of the last, or {@link #NOTHING} when there were none. */
    private long sendBatch(Sender.Vigil vigil) throws SQLException {
        List<OutboxRows.Row> batch = rows.next(settings.batchSize());
        if (batch.isEmpty()) {
            return NOTHING;
        }
        status.waiting(new OutboxRows.Backlog(batch.getFirst().age(), batch.size()));
        Sender.Sent sent = sender.send(batch.stream().map(this::eventOf).toList(), vigil);
        acknowledged(sent);
        if (!sent.refused().isEmpty()) {
            refusedEvents.setAside(batch, sent.refused(), vigil);
        }
        rows.delete(batch, sent);
        footing.reached(batch.getLast().id());
        status.nothingWaits();
        return batch.getLast().id();
    }

    private EncodedEvent eventOf(OutboxRows.Row row) {
        return row.event()
                .with(EventHeaders.POSITION, footing.positionOf(row.id()).toString());
    }

    /** What was put where something else had been has taken its place: the log has lost that. */
    private void acknowledged(Sender.Sent sent) {
        Set<Topic> wentBack = footing.acknowledged(sent.records().values());
        if (!wentBack.isEmpty()) {
            sender.close();
            throw reconciliation.anotherLog(wentBack);
        }
    }

    private static void pause(WakeUp wakeUp, boolean requested) {
        wakeUp.await(LOCK_RETRY);
        if (requested) {
            wakeUp.forWatermark();
        }
    }

    /**
     * Everything committed before the survey's time is acknowledged before the watermark of that time is sent.
     *
     * @return whether it could be: while Kafka does not say which logs its topics are, nothing is proven
     */
    private boolean drainAndSayWatermark(boolean requested, Sender.Vigil vigil) throws SQLException {
        OutboxRows.Survey survey = rows.survey();
        status.counted(survey.unreadable(), survey.refused());
        long sentUpTo = 0;
        while (sentUpTo < survey.lastId()) {
            sentUpTo = sendBatch(vigil);
        }
        if (!isOnTheSameLogs()) {
            return false;
        }
        acknowledged(sender.sendWatermarks(watermarks(survey.time(), requested), vigil));
        status.said(survey.time());
        lastWatermark = System.nanoTime();
        status.unconfirmed(survey.unconfirmed());
        if (!survey.unconfirmed().isZero()) {
            reconciliation.confirmEntries();
        }
        ended.bury(vigil);
        return true;
    }

    /**
     * While Kafka is away: whoever waits without the lock must not send any more when Kafka is back, for another may have
     * sent newer events by then. Nor would what is on its way to a log ever be acknowledged by another.
     */
    private void keepVigil(BooleanSupplier closed) throws SQLException {
        lookAtBacklog();
        if (closed.getAsBoolean()) {
            throw new SQLException("The service stops");
        }
        if (System.nanoTime() - lastLook >= LOOK_FOR_ANOTHER_LOG.toNanos()) {
            isOnTheSameLogs();
        }
    }

    private void lookAtBacklog() throws SQLException {
        rows.backlog().ifPresentOrElse(status::waiting, status::nothingWaits);
    }

    private boolean isOnTheSameLogs() {
        lastLook = System.nanoTime();
        try {
            reconciliation.check(footing);
            return true;
        } catch (Reconciliation.AnotherLog e) {
            // What it has on its way must not come to another log.
            sender.close();
            throw e;
        } catch (KafkaException e) {
            LOG.debugf("event=relay.topics-unknown reason=\"%s\"", e.getMessage());
            return false;
        }
    }

    /** The audit topic is a log and is not compacted: watermarks are put on it only when one is asked for. */
    private Map<Topic, Watermark> watermarks(Instant time, boolean requested) {
        Set<Topic> topics = requested ? settings.topics() : settings.stateTopics();
        Map<Topic, Watermark> watermarks = new EnumMap<>(Topic.class);
        topics.forEach(topic ->
                watermarks.put(topic, new Watermark(settings.source(), time, footing.position(), footing.log(topic))));
        return watermarks;
    }

    private boolean isWatermarkDue() {
        return System.nanoTime() - lastWatermark >= settings.watermarkInterval().toNanos();
    }

    /** Until this process signals, another notifies, the poll is due or a watermark is. */
    private void await(WakeUp wakeUp, BooleanSupplier closed) throws SQLException {
        long until = System.nanoTime() + settings.pollInterval().toNanos();
        while (System.nanoTime() < until && !isWatermarkDue() && !closed.getAsBoolean()) {
            if (wakeUp.await(LOOK_FOR_NOTIFICATIONS) || wasNotified(wakeUp)) {
                return;
            }
        }
    }

    private boolean wasNotified(WakeUp wakeUp) throws SQLException {
        PGNotification[] notifications = connection.unwrap(PGConnection.class).getNotifications();
        for (PGNotification notification : notifications) {
            if (RemoteSignal.WATERMARK.equals(notification.getParameter())) {
                wakeUp.forWatermark();
            }
        }
        return notifications.length > 0;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
