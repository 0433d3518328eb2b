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
    private final Republication republication;
    private final RelaySettings settings;
    private final RelayStatus status = new RelayStatus();
    private final WakeUp wakeUp = new WakeUp();
    private final RemoteSignal remote;

    private volatile boolean closed;

    public OutboxRelay(
            RelayDatabase database,
            Sender sender,
            Republication republication,
            RemoteSignal remote,
            RelaySettings settings) {
        this.database = database;
        this.sender = sender;
        this.republication = republication;
        this.remote = remote;
        this.settings = settings;
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
            try (RelaySession session = new RelaySession(database.connect(), sender, republication, settings, status)) {
                session.run(wakeUp, () -> closed);
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
