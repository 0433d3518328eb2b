package io.keyholder.localstack;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something outside this JVM, which nothing here can be told of. */
final class Await {

    private static final Duration PACE = Duration.ofMillis(100);

    private Await() {}

    /** What there is when it is as wanted, or else what there was last. */
    static <T> T within(Duration patience, Supplier<T> what, Predicate<T> wanted) {
        var last = new AtomicReference<T>();
        within(patience, () -> {
            T present = what.get();
            last.set(present);
            return wanted.test(present);
        });
        return Objects.requireNonNull(last.get());
    }

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
