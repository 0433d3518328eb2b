package io.keyholder.benchmarks.load;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param latencies in nanoseconds, of every answer
 * @param refused answers other than 2xx
 * @param failed requests without an answer
 * @param taken from the first request to the last answer
 */
public record Outcome(Histogram latencies, long refused, long failed, Duration taken) {

    public double perSecond() {
        return latencies.getTotalCount() / (taken.toNanos() / 1e9);
    }

    /** The latency that so many in a hundred stay within. */
    public Duration percentile(double percent) {
        return Duration.ofNanos(latencies.getValueAtPercentile(percent));
    }

    public long answers() {
        return latencies.getTotalCount();
    }

    public String problems() {
        return refused + failed == 0 ? "" : String.format(Locale.ROOT, "%d refused, %d failed", refused, failed);
    }
}
