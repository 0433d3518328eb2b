package io.keyholder.outbox.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the relay of this process does, for health and metrics. */
public final class RelayStatus {
    private volatile boolean active;
    private volatile @Nullable Long waitingSince;
    private volatile @Nullable Instant lastWatermark;

    void activate() {
        active = true;
    }

    /** It sends no more for now; what waited goes on waiting. */
    void interrupted() {
        active = false;
    }

    /** Another process sends. */
    void standBy() {
        active = false;
        waitingSince = null;
    }

    /** @param age for how long the oldest event has waited */
    void waiting(Duration age) {
        waitingSince = System.nanoTime() - age.toNanos();
    }

    void nothingWaits() {
        waitingSince = null;
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

    public @Nullable Instant lastWatermark() {
        return lastWatermark;
    }
}
