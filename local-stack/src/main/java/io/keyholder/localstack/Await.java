package io.keyholder.localstack;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something outside this JVM, which nothing here can be told of. */
public final class Await {
    private static final Duration PACE = Duration.ofMillis(50);

    private Await() {}

    /**
     * The first that is as wanted.
     *
     * @throws IllegalStateException when there is none in time
     */
    public static <T> T first(String what, Duration patience, Supplier<T> next, Predicate<T> wanted) {
        T last = within(patience, next, wanted);
        if (!wanted.test(last)) {
            throw tooLate(what, patience);
        }
        return last;
    }

    /** The same, of what is there or not. */
    public static <T> T present(String what, Duration patience, Supplier<Optional<T>> next) {
        return first(what, patience, next, Optional::isPresent).orElseThrow();
    }

    /** @throws IllegalStateException when it does not come true in time */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        if (!within(patience, condition)) {
            throw tooLate(what, patience);
        }
    }

    /** The time that a user thinks, or a fault lasts. */
    public static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

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

    /** @return whether it came true in time; false also where the thread is interrupted */
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

    private static IllegalStateException tooLate(String what, Duration patience) {
        return new IllegalStateException("Not after " + patience.toSeconds() + " s: " + what);
    }
}
