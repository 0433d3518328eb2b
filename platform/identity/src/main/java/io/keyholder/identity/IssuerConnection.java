package io.keyholder.identity;

import io.quarkus.oidc.OidcTenantConfig;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one registered issuer: which keys it showed, and when to leave it alone. However many requests wait for
 * an issuer, one asks it.
 */
final class IssuerConnection {
    private final OidcTenantConfig settings;
    private final IdentityConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Void>> asking = new AtomicReference<>();

    private volatile KeySet keys = KeySet.NONE;
    private volatile Instant askedForToken = Instant.EPOCH;
    private volatile Instant askedOnSchedule = Instant.EPOCH;
    private volatile boolean failed;

    IssuerConnection(OidcTenantConfig settings, IdentityConfig config, Clock clock) {
        this.settings = settings;
        this.config = config;
        this.clock = clock;
    }

    /** The issuer's address, which is also the name of its settings. */
    String name() {
        return settings.tenantId().orElseThrow();
    }

    /** How quarkus-oidc is to connect to this issuer. The same object as long as the connection lives. */
    OidcTenantConfig settings() {
        return settings;
    }

    /**
     * The keys last seen; none once they are so old that nobody can say whether they still are the issuer's. A token
     * verified with others must be verified again.
     */
    KeySet keys() {
        KeySet held = keys;
        return held.fetchedAt().plus(config.keysExpiry()).isAfter(clock.instant()) ? held : KeySet.NONE;
    }

    /**
     * The issuer answered with its keys.
     *
     * @return whether they are others than before
     */
    boolean answered(byte[] fingerprint, List<SigningKey> shown) {
        Instant now = clock.instant();
        failed = false;
        if (keys.hasFingerprint(fingerprint)) {
            keys.seenAgain(now);
            return false;
        }
        keys = new KeySet(fingerprint, shown, now);
        return true;
    }

    /** Whether it did not answer when last asked, so that not knowing a key says nothing about a token. */
    boolean hasFailed() {
        return failed;
    }

    /** Asks for a token's sake, unless it was asked a moment ago. Ends as {@link #ask} does. */
    Uni<Void> askForToken(Supplier<Uni<?>> request) {
        boolean first = keys() == KeySet.NONE;
        Duration pause = !failed ? config.keysRefresh() : config.issuerRetry();
        boolean tooEarly = clock.instant().isBefore(askedForToken.plus(pause));
        CompletableFuture<Void> running = asking.get();
        if (running != null || tooEarly) {
            return running == null
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().completionStage(running);
        }
        return ask(request, () -> askedForToken = first && !failed ? askedForToken : clock.instant());
    }

    /** Asks because the keys have become old, whoever sends tokens: nobody waits for it. */
    Uni<Void> askOnSchedule(Supplier<Uni<?>> request) {
        Instant now = clock.instant();
        boolean due = keys != KeySet.NONE
                && now.isAfter(keys.fetchedAt().plus(config.keysMaxAge()))
                && now.isAfter(askedOnSchedule.plus(config.keysRefresh()));
        return due
                ? ask(request, () -> askedOnSchedule = now)
                : Uni.createFrom().voidItem();
    }

    /**
     * Asks, or waits for whoever is asking already. Ends when there is an answer, or when it is clear that there will be
     * none, which is no failure here: {@link #keys()} then are as they were.
     */
    private Uni<Void> ask(Supplier<Uni<?>> request, Runnable noted) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = asking.compareAndExchange(null, mine);
        if (others != null) {
            return Uni.createFrom().completionStage(others);
        }
        failed = true;
        // Two documents are fetched, each within its time; an issuer that sends byte by byte is given up on here.
        Duration enough = config.issuerTimeout().multipliedBy(2).plusSeconds(1);
        return Uni.createFrom()
                .deferred(() -> request.get().replaceWithVoid())
                .ifNoItem()
                .after(enough)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> {
                    noted.run();
                    asking.set(null);
                    mine.complete(null);
                });
    }
}
