package io.keyholder.drills;

import io.keyholder.drills.history.Finding;
import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each service logs. While something is away it backs off: a service once logged 4 MB a second. */
record Logs(LocalStack stack, Map<String, Long> sizes, long since) {
    private static final long MOST_A_SECOND = 100_000;

    static Logs of(LocalStack stack) {
        return new Logs(
                stack,
                stack.names().stream().collect(Collectors.toMap(name -> name, name -> size(stack.log(name)))),
                System.nanoTime());
    }

    /** The most that one of them has logged a second since then, in bytes. */
    long highestRate() {
        return sizes.entrySet().stream().mapToLong(this::rate).max().orElse(0);
    }

    List<Finding> violations() {
        return sizes.entrySet().stream()
                .filter(before -> rate(before) > MOST_A_SECOND)
                .map(before -> new Finding("logs", before.getKey() + " logged " + rate(before) + " bytes a second"))
                .toList();
    }

    private long rate(Map.Entry<String, Long> before) {
        double seconds = Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
        return (long) ((size(stack.log(before.getKey())) - before.getValue()) / Math.max(1, seconds));
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
