package io.keyholder.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether issuers answered when this process last asked them, for a token's sake or to know it. One issuer is asked by one at a
 * time.
 */
@ApplicationScoped
public class IssuerStatuses {
    private static final Logger LOG = Logger.getLogger(IssuerStatuses.class);
    private static final int REMEMBERED = 10_000;

    /** So long what is known counts as known. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Seen NEVER = new Seen(IssuerStatus.UNKNOWN, null, Instant.EPOCH);

    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final IssuerProbe probe;
    private final IdentityConfig config;
    private final Clock clock;

    IssuerStatuses(IssuerProbe probe, IdentityConfig config, Clock clock) {
        this.probe = probe;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is known of an issuer.
     *
     * @param lastSeenAt when it last answered this process as it should
     * @param askedAt when it was last asked
     */
    public record Seen(IssuerStatus status, @Nullable Instant lastSeenAt, Instant askedAt) {}

    /** What is known by now. Asks nobody. */
    public Seen of(String issuer) {
        return Objects.requireNonNullElse(seen.getIfPresent(issuer), NEVER);
    }

    /** Asks those of whom nothing is known, all at once, and waits for as long as one request to an issuer may take. */
    public void learn(Collection<String> issuers) {
        List<String> unknown = issuers.stream()
                .distinct()
                .filter(issuer -> of(issuer).status() == IssuerStatus.UNKNOWN)
                .toList();
        CountDownLatch answers = new CountDownLatch(unknown.size());
        unknown.forEach(issuer -> ask(issuer, answers::countDown));
        try {
            if (!answers.await(config.issuerTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("Some of %s have not answered yet", unknown);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks those anew of whom nothing was heard for a minute, and waits for none. */
    public void refresh(Collection<String> issuers) {
        Instant old = clock.instant().minus(FRESH);
        issuers.stream().filter(issuer -> of(issuer).askedAt().isBefore(old)).forEach(issuer -> ask(issuer, () -> {}));
    }

    /** It showed its keys. */
    void answered(String issuer) {
        Instant now = clock.instant();
        seen.put(issuer, new Seen(IssuerStatus.OK, now, now));
    }

    /** It could not be asked for its keys: finds out why, and logs it. Waits for nothing. */
    void failed(String issuer) {
        ask(issuer, () -> {});
    }

    private void ask(String issuer, Runnable asked) {
        if (!asking.add(issuer)) {
            asked.run();
            return;
        }
        Thread.ofVirtual().name("keyholder-issuer-status").start(() -> {
            try {
                note(issuer, probe.ask(issuer));
            } catch (RuntimeException e) {
                LOG.warnf(e, "issuerUnavailable issuer=%s", issuer);
            } finally {
                asking.remove(issuer);
                asked.run();
            }
        });
    }

    private void note(String issuer, IssuerProbe.Finding finding) {
        if (finding.status() == IssuerStatus.OK) {
            answered(issuer);
            return;
        }
        seen.asMap()
                .compute(
                        issuer,
                        (name, before) -> new Seen(
                                finding.status(), before == null ? null : before.lastSeenAt(), clock.instant()));
        LOG.warnf("issuerUnavailable issuer=%s status=%s reason=%s", issuer, finding.status(), finding.reason());
    }
}
