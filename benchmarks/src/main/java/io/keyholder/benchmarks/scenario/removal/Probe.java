package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.client.Keyholder;
import io.keyholder.driver.Clients;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks again and again, without pause and in a thread of its own, until it is refused. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch allowed = new CountDownLatch(1);
    private final CompletableFuture<Long> refused = new CompletableFuture<>();

    private Probe() {}

    static Probe start(Keyholder caller, UUID room) {
        var probe = new Probe();
        Thread.ofPlatform().daemon(true).name("probe").start(() -> probe.ask(caller, room));
        return probe;
    }

    /** @throws IllegalStateException when it is not allowed in time */
    void awaitAllowed() throws InterruptedException {
        if (!allowed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("What was granted is not allowed after " + PATIENCE.toSeconds() + " s");
        }
    }

    /** When the first refusal arrived, by {@link System#nanoTime()}. */
    long refusedAt() {
        return refused.join();
    }

    private void ask(Keyholder caller, UUID room) {
        try {
            boolean wasAllowed = false;
            while (true) {
                if (Clients.unless(404, () -> caller.rooms().getRoom(room)).isPresent()) {
                    wasAllowed = true;
                    allowed.countDown();
                } else if (wasAllowed) {
                    refused.complete(System.nanoTime());
                    return;
                }
            }
        } catch (RuntimeException e) {
            refused.completeExceptionally(e);
            allowed.countDown();
        }
    }
}
