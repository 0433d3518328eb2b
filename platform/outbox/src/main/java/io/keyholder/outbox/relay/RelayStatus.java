package io.keyholder.outbox.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the relay of this process does, for health and metrics. */
public final class RelayStatus {
    private volatile boolean active;
    private volatile @Nullable Long waitingSince;
    private volatile long pending;
    private volatile long unreadable;
    private volatile long refused;
    private volatile Duration unconfirmed = Duration.ZERO;
    private volatile int epoch;
    private volatile @Nullable Instant lastWatermark;

    void activate() {
        active = true;
    }

    void began(int newEpoch) {
        epoch = newEpoch;
    }

    /** In which this process last began to publish; 0 where it has not. */
    public int epoch() {
        return epoch;
    }

    /** It sends no more for now; what waited goes on waiting. */
    void interrupted() {
        active = false;
    }

    /** Another process sends. */
    void standBy() {
        active = false;
        nothingWaits();
        counted(0, 0);
        unconfirmed(Duration.ZERO);
    }

    void waiting(OutboxRows.Backlog backlog) {
        waitingSince = System.nanoTime() - backlog.age().toNanos();
        pending = backlog.events();
    }

    void nothingWaits() {
        waitingSince = null;
        pending = 0;
    }

    void counted(long unreadableRecords, long refusedEvents) {
        unreadable = unreadableRecords;
        refused = refusedEvents;
    }

    void unconfirmed(Duration oldest) {
        unconfirmed = oldest;
    }

    void said(Instant watermark) {
        lastWatermark = watermark;
    }

    /** Whether this process holds the lock and sends. */
    public boolean isActive() {
        return active;
    }

    /** How long the oldest event that is not yet acknowledged has waited; zero in a process that does not send. */
    public Duration lag() {
        Long since = waitingSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, System.nanoTime() - since));
    }

    /** How many events, at most, wait to be acknowledged, as far as the relay has looked; zero in a process that does not send. */
    public long pending() {
        return pending;
    }

    /** How many records of other services deny what they concern, because this one could not read them into its tables. */
    public long unreadable() {
        return unreadable;
    }

    /** How many events Kafka refused for their own sake; they are kept in {@code outbox_refused}. */
    public long refused() {
        return refused;
    }

    /** How long the oldest entry of the audit log has waited for audit-service to store it. */
    public Duration unconfirmed() {
        return unconfirmed;
    }

    public @Nullable Instant lastWatermark() {
        return lastWatermark;
    }
}
