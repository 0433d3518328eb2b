package io.keyholder.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.request.ClientAddress;
import io.keyholder.identity.Attempts;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How often an address may fail to authenticate. Whoever has failed too often may not try tokens that are not known to be
 * genuine; what others behind the same address have signed in with before goes on. Attempts come back one by one, so that a
 * moment after the failures end everybody may try again.
 */
@ApplicationScoped
class FailedAuthentications implements Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ClientAddress addresses;
    private final Duration oneAttempt;
    private final LoadingCache<String, Bucket> buckets;

    FailedAuthentications(GatewayConfig config, ClientAddress addresses) {
        long perMinute = config.limits().failedAuthenticationsPerMinute();
        this.addresses = addresses;
        this.oneAttempt = WINDOW.dividedBy(perMinute);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.limits().maxTrackedKeys())
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
    }

    @Override
    public Duration pause(HttpServerRequest request) {
        Bucket bucket = buckets.getIfPresent(addresses.networkOf(request));
        return bucket == null || bucket.getAvailableTokens() > 0 ? Duration.ZERO : oneAttempt;
    }

    @Override
    public void failed(HttpServerRequest request) {
        buckets.get(addresses.networkOf(request)).tryConsume(1);
    }
}
