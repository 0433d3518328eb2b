package io.keyholder.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something outside this JVM, which nothing here can be told of. */
final class Await {

    private static final Duration PACE = Duration.ofMillis(100);

    private Await() {}

    static boolean within(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
