package io.keyholder.driver;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the platform does by itself. */
public final class Await {

    private Await() {}

    /**
     * The first that is as wanted.
     *
     * @throws IllegalStateException when there is none in time
     */
    public static <T> T first(String what, Duration patience, Supplier<T> next, Predicate<T> wanted) {
        var last = new AtomicReference<T>();
        until(what, patience, () -> {
            T present = next.get();
            last.set(present);
            return wanted.test(present);
        });
        return Objects.requireNonNull(last.get());
    }

    /** The same, of what is there or not. */
    public static <T> T present(String what, Duration patience, Supplier<Optional<T>> next) {
        return first(what, patience, next, Optional::isPresent).orElseThrow();
    }

    /** @throws IllegalStateException when it does not come true in time */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not after " + patience.toSeconds() + " s: " + what);
            }
            pause(Duration.ofMillis(10));
        }
    }

    /** The time that a user thinks, or a fault lasts. */
    public static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
