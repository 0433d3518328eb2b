package io.keyholder.outbox.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the process that committed tells its relay. Any number of signals before the relay looks count as one. */
final class WakeUp {
    private final Semaphore signalled = new Semaphore(0);
    private final AtomicBoolean watermarkWanted = new AtomicBoolean();

    void now() {
        signalled.release();
    }

    void forWatermark() {
        watermarkWanted.set(true);
        now();
    }

    /** Whether a watermark was asked for since this was last called. */
    boolean takeWatermarkRequest() {
        return watermarkWanted.getAndSet(false);
    }

    /** Waits for a signal; false when the time passes without one. */
    boolean await(Duration atMost) {
        try {
            boolean woken = signalled.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            signalled.drainPermits();
            return woken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
