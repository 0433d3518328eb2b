package io.keyholder.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one registered issuer: which keys it showed, and when to leave it alone. However many requests wait for
 * an issuer, one asks it.
 */
final class IssuerConnection {
    private static final Executor THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("keyholder-issuer-keys").factory());

    private final String name;
    private final IdentityConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Void>> asking = new AtomicReference<>();

    private volatile KeySet keys = KeySet.NONE;
    private volatile @Nullable String keysAddress;
    private volatile Instant askedForToken = Instant.EPOCH;
    private volatile Instant askedOnSchedule = Instant.EPOCH;
    private volatile boolean failed;

    IssuerConnection(String name, IdentityConfig config, Clock clock) {
        this.name = name;
        this.config = config;
        this.clock = clock;
    }

    /** The issuer's address. */
    String name() {
        return name;
    }

    /** Where it last had its keys; null: to be asked for. */
    @Nullable
    String keysAddress() {
        return keysAddress;
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
     * @param address where they were
     * @return whether they are others than before
     */
    boolean answered(String address, AcceptedKeys shown) {
        Instant now = clock.instant();
        KeySet held = keys;
        failed = false;
        keysAddress = address;
        if (held.isMadeOf(shown)) {
            held.seenAgain(now);
            return false;
        }
        keys = new KeySet(shown, now);
        return true;
    }

    /** Asks the issuer where its keys are before it asks for them again: they may have moved. */
    void forgetKeysAddress() {
        keysAddress = null;
    }

    /** Whether it did not answer when last asked, so that not knowing a key says nothing about a token. */
    boolean hasFailed() {
        return failed;
    }

    /**
     * Asks for a token's sake, unless it was asked a moment ago. Ends as {@link #ask} does; who cancels it ends it for nobody
     * else.
     *
     * @param request may block
     */
    CompletionStage<Void> askForToken(Runnable request) {
        boolean first = keys() == KeySet.NONE;
        CompletableFuture<Void> running = asking.get();
        if (running != null) {
            return running.minimalCompletionStage();
        }
        Duration pause = failed ? config.issuerRetry() : config.keysRefresh();
        boolean tooEarly = clock.instant().isBefore(askedForToken.plus(pause));
        if (tooEarly) {
            return CompletableFuture.completedStage(null);
        }
        return ask(request, () -> askedForToken = first && !failed ? askedForToken : clock.instant())
                .minimalCompletionStage();
    }

    /**
     * Asks because the keys have become old, whoever sends tokens: nobody waits for it.
     *
     * @param request may block
     */
    void askOnSchedule(Runnable request) {
        Instant now = clock.instant();
        KeySet held = keys;
        boolean due = held != KeySet.NONE
                && now.isAfter(held.fetchedAt().plus(config.keysMaxAge()))
                && now.isAfter(askedOnSchedule.plus(config.keysRefresh()));
        if (due) {
            ask(request, () -> askedOnSchedule = now);
        }
    }

    /**
     * Asks, or waits for whoever is asking already. Ends when there is an answer, or when it is clear that there will be
     * none, which is no failure here: {@link #keys()} then are as they were.
     */
    private CompletableFuture<Void> ask(Runnable request, Runnable noted) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = asking.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        failed = true;
        // Two documents are fetched, each within its time; an issuer that sends byte by byte is given up on here.
        Duration enough = config.issuerTimeout().multipliedBy(2).plusSeconds(1);
        CompletableFuture.runAsync(request, THREADS)
                .completeOnTimeout(null, enough.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, failure) -> {
                    noted.run();
                    asking.set(null);
                    mine.complete(null);
                });
        return mine;
    }
}
