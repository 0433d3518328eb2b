package io.keyholder.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes many of a kind, a few at the same time. */
public final class AtOnce {

    private static final int THREADS = 8;

    private AtOnce() {}

    /** The results in order. */
    public static <T> List<T> make(int count, IntFunction<T> one) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var made = threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(index -> (Callable<T>) () -> one.apply(index))
                    .toList());
            var results = new ArrayList<T>(count);
            for (var result : made) {
                results.add(result.get());
            }
            return List.copyOf(results);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
