package io.keyholder.benchmarks.scenario;

import io.keyholder.benchmarks.load.Outcome;
import io.keyholder.driver.Deployment;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A load and what it cost.
 *
 * @param processorTimes of each part of which it is known
 */
record Measured(Outcome outcome, Map<String, Duration> processorTimes) {

    static Measured of(Supplier<Outcome> load, Deployment deployment, String... parts) {
        var before = times(deployment, parts);
        var outcome = load.get();
        var spent = times(deployment, parts);
        spent.replaceAll((part, time) -> time.minus(before.getOrDefault(part, time)));
        return new Measured(outcome, spent);
    }

    double perSecond() {
        return outcome.perSecond();
    }

    /** What one request cost a part, in microseconds of processor time. */
    String costOf(String part) {
        return Optional.ofNullable(processorTimes.get(part))
                .map(time -> String.format(Locale.ROOT, "%.0f µs", time.toNanos() / 1e3 / outcome.answers()))
                .orElse("–");
    }

    private static Map<String, Duration> times(Deployment deployment, String... parts) {
        var times = new HashMap<String, Duration>();
        Arrays.stream(parts).forEach(part -> deployment.processorTime(part).ifPresent(time -> times.put(part, time)));
        return times;
    }
}
