package io.keyholder.outbox.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the relay of this process does, for health and metrics. */
public final class RelayStatus {
    private volatile boolean active;
    private volatile Duration lag = Duration.ZERO;
    private volatile @Nullable Instant lastWatermark;

    void activate() {
        active = true;
    }

    void inactive() {
        active = false;
        lag = Duration.ZERO;
    }

    void observe(Duration ageOfTheOldest) {
        lag = ageOfTheOldest;
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
        return lag;
    }

    public @Nullable Instant lastWatermark() {
        return lastWatermark;
    }
}
