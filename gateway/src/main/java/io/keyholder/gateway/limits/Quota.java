package io.keyholder.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * So many requests a minute for each of many. Who is idle for two minutes, or is the longest idle of more than can be
 * counted, starts anew.
 */
final class Quota<K> {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LoadingCache<K, Bucket> buckets;

    Quota(long perMinute, long counted) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(counted)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(key -> bucket(perMinute));
    }

    Spending spend(K key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        long seconds = Math.max(1, Math.ceilDiv(nanos, NANOS_PER_SECOND));
        return new Spending(probe.isConsumed(), probe.getRemainingTokens(), seconds);
    }

    /** The request was refused for another reason: it does not count. */
    void giveBack(K key) {
        buckets.get(key).addTokens(1);
    }

    private static Bucket bucket(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, WINDOW))
                .build();
    }

    /**
     * What came of it.
     *
     * @param resetSeconds until the quota is whole again
     */
    record Spending(boolean isGranted, long remaining, long resetSeconds) {

        /** The one that leaves less. */
        Spending tighter(Spending other) {
            return other.remaining < remaining ? other : this;
        }
    }
}
