package io.keyholder.drills.workload;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time that a user thinks. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
