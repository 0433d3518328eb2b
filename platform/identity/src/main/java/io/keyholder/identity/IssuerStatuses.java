package io.keyholder.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
    private final Map<String, CompletableFuture<Void>> asking = new ConcurrentHashMap<>();
    private final IssuerDocuments documents;
    private final IdentityConfig config;
    private final Clock clock;

    IssuerStatuses(IssuerDocuments documents, IdentityConfig config, Clock clock) {
        this.documents = documents;
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

    /**
     * Asks those of whom nothing was heard for a minute, all at once, and waits for them as long as one request to an issuer may
     * take.
     */
    public void learn(Collection<String> issuers) {
        try {
            CompletableFuture.allOf(old(issuers).map(this::ask).toArray(CompletableFuture[]::new))
                    .get(config.issuerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debugf("Some of %s have not answered yet", issuers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, and waits for none. */
    public void refresh(Collection<String> issuers) {
        old(issuers).forEach(this::ask);
    }

    private Stream<String> old(Collection<String> issuers) {
        Instant limit = clock.instant().minus(FRESH);
        return issuers.stream().distinct().filter(issuer -> of(issuer).askedAt().isBefore(limit));
    }

    /** It showed its keys. */
    void answered(String issuer) {
        Instant now = clock.instant();
        seen.put(issuer, new Seen(IssuerStatus.OK, now, now));
    }

    /**
     * It could not be asked for its keys: finds out why, and logs it. Waits for nothing.
     *
     * @param reason what is known of it, should it answer by then
     */
    void failed(String issuer, String reason) {
        ask(issuer).thenRun(() -> {
            if (of(issuer).status() == IssuerStatus.OK) {
                LOG.warnf("issuerUnavailable issuer=%s status=OK reason=%s", issuer, reason);
            }
        });
    }

    /** Ends when it is known, by whoever asks. */
    private CompletableFuture<Void> ask(String issuer) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = asking.putIfAbsent(issuer, mine);
        if (others != null) {
            return others;
        }
        Instant begun = clock.instant();
        Thread.ofVirtual().name("keyholder-issuer-status").start(() -> {
            try {
                documents.fetch(issuer, null);
                answered(issuer);
            } catch (IssuerUnavailable e) {
                unavailable(issuer, begun, e);
            } catch (RuntimeException e) {
                LOG.warnf(e, "issuerUnavailable issuer=%s", issuer);
            } finally {
                asking.remove(issuer);
                mine.complete(null);
            }
        });
        return mine;
    }

    private void unavailable(String issuer, Instant begun, IssuerUnavailable why) {
        seen.asMap().merge(issuer, new Seen(why.status(), null, clock.instant()), (before, now) -> {
            Instant lastSeenAt = before.lastSeenAt();
            boolean answeredMeanwhile = lastSeenAt != null && lastSeenAt.isAfter(begun);
            return answeredMeanwhile ? before : new Seen(now.status(), lastSeenAt, now.askedAt());
        });
        LOG.warnf("issuerUnavailable issuer=%s status=%s reason=%s", issuer, why.status(), why.reason());
    }
}
