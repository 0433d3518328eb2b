package io.keyholder.identity;

import io.quarkus.oidc.OidcTenantConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one registered issuer besides its keys, which quarkus-oidc holds: which keys it showed, and when to
 * leave it alone. However many requests wait for an issuer, one asks it.
 */
final class IssuerConnection {
    private final OidcTenantConfig settings;
    private final IdentityConfig config;
    private final Clock clock;
    private final Predicate<OidcTenantConfig> isReady;
    private final AtomicReference<@Nullable CompletableFuture<Void>> connecting = new AtomicReference<>();
    private final AtomicLong refreshedAt = new AtomicLong();

    private volatile KeySet keys = KeySet.NONE;
    private volatile Instant failedUntil = Instant.MIN;
    private volatile boolean refreshFailed;

    /** @param isReady whether quarkus-oidc holds keys for these settings */
    IssuerConnection(
            OidcTenantConfig settings, IdentityConfig config, Clock clock, Predicate<OidcTenantConfig> isReady) {
        this.settings = settings;
        this.config = config;
        this.clock = clock;
        this.isReady = isReady;
    }

    /** The issuer's address, which is also the name of its settings. */
    String name() {
        return settings.tenantId().orElseThrow();
    }

    /** How quarkus-oidc is to verify this issuer's tokens. The same object as long as the connection lives. */
    OidcTenantConfig settings() {
        return settings;
    }

    /** The keys last seen. A token verified with others must be verified again. */
    KeySet keys() {
        return keys;
    }

    /** The issuer answered with its keys. */
    void answered(byte[] fingerprint, Set<String> keyIds) {
        Instant now = clock.instant();
        refreshFailed = false;
        if (keys.hasFingerprint(fingerprint)) {
            keys.seenAgain(now);
        } else {
            keys = new KeySet(fingerprint, keyIds, now);
        }
    }

    /** Whether the issuer may have to be asked before a token signed with that key is verified. */
    boolean mayHaveToAsk(@Nullable String keyId) {
        return keyId == null || !keys.holds(keyId) || !isReady.test(settings);
    }

    /** Whether a key could not be asked for, so that not knowing it says nothing about the token. */
    boolean hasRefreshFailed() {
        return refreshFailed;
    }

    void refreshHasFailed() {
        refreshFailed = true;
    }

    /** Whether the keys are so old that somebody should ask for them; says so to one caller per refresh interval. */
    boolean isRefreshDue() {
        KeySet held = keys;
        if (held == KeySet.NONE) {
            return false;
        }
        long now = clock.millis();
        long last = refreshedAt.get();
        return held.fetchedAt().plus(config.keysMaxAge()).toEpochMilli() < now
                && last + config.keysRefresh().toMillis() < now
                && refreshedAt.compareAndSet(last, now);
    }

    /**
     * Runs a verification that may have to fetch the issuer's documents first.
     *
     * @param context where the outcome is to arrive
     */
    <T> Uni<T> verifying(Supplier<Uni<T>> verification, Context context) {
        if (isReady.test(settings)) {
            return verification.get();
        }
        if (clock.instant().isBefore(failedUntil)) {
            return Uni.createFrom().failure(TokenRefused.issuerUnavailable());
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = connecting.compareAndExchange(null, mine);
        if (others == null) {
            return connecting(verification.get(), mine);
        }
        return Uni.createFrom()
                .completionStage(others)
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(() -> verifying(verification, context));
    }

    /** Two documents are fetched, each within its time; an issuer that sends byte by byte is given up on here. */
    private <T> Uni<T> connecting(Uni<T> verification, CompletableFuture<Void> attempt) {
        Duration enough = config.issuerTimeout().multipliedBy(2).plusSeconds(1);
        return verification
                .ifNoItem()
                .after(enough)
                .failWith(TokenRefused::issuerUnavailable)
                .onTermination()
                .invoke(() -> ended(attempt));
    }

    private void ended(CompletableFuture<Void> attempt) {
        if (!isReady.test(settings)) {
            failedUntil = clock.instant().plus(config.issuerRetry());
        }
        connecting.set(null);
        attempt.complete(null);
    }
}
