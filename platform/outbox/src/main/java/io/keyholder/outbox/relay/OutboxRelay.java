package io.keyholder.outbox.relay;

import io.keyholder.outbox.CommitSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Keeps one {@link RelaySession} going for as long as the service runs, and begins a new one, after a pause that grows,
 * whenever the database or Kafka fails. The service goes on taking changes meanwhile.
 */
public final class OutboxRelay implements Runnable, AutoCloseable, CommitSignal {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final RelayDatabase database;
    private final Sender sender;
    private final Reconciliation reconciliation;
    private final RelaySettings settings;
    private final RelayStatus status = new RelayStatus();
    private final WakeUp wakeUp = new WakeUp();
    private final RemoteSignal remote;
    private final Runnable refusal;

    private volatile boolean closed;

    /** @param refusal ends the process, whose database is empty and must not say so */
    public OutboxRelay(
            RelayDatabase database,
            Sender sender,
            Reconciliation reconciliation,
            RemoteSignal remote,
            RelaySettings settings,
            Runnable refusal) {
        this.database = database;
        this.sender = sender;
        this.reconciliation = reconciliation;
        this.remote = remote;
        this.settings = settings;
        this.refusal = refusal;
    }

    public RelayStatus status() {
        return status;
    }

    @Override
    public void committed() {
        if (status.isActive()) {
            wakeUp.now();
        } else {
            remote.send(false);
        }
    }

    /**
     * Asks whichever process sends for a watermark on every topic, the audit topic included, as soon as what is committed
     * by now is sent.
     */
    public void requestWatermark() {
        if (status.isActive()) {
            wakeUp.forWatermark();
        } else {
            remote.send(true);
        }
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            Instant before = status.lastWatermark();
            try (RelaySession session =
                    new RelaySession(database.connect(), sender, reconciliation, settings, status)) {
                session.run(wakeUp, () -> closed);
            } catch (Reconciliation.EmptyDatabase e) {
                refuse(e);
            } catch (Throwable e) {
                // Whatever it is, a relay that gives up would lose what was acknowledged.
                status.interrupted();
                if (!closed) {
                    LOG.warnf("event=relay.interrupted source=%s reason=\"%s\"", settings.source(), e.getMessage());
                    boolean worked = !Objects.equals(before, status.lastWatermark());
                    pause = pauseAfter(worked ? FIRST_PAUSE : pause);
                }
            }
        }
        status.standBy();
        sender.close();
    }

    private void refuse(Reconciliation.EmptyDatabase reason) {
        LOG.errorf("event=relay.refused-empty source=%s reason=\"%s\"", settings.source(), reason.getMessage());
        closed = true;
        refusal.run();
    }

    /** Ends after the batch in hand. */
    @Override
    public void close() {
        closed = true;
        wakeUp.now();
    }

    private Duration pauseAfter(Duration pause) {
        wakeUp.await(pause);
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
