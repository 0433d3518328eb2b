package io.keyholder.benchmarks.scenario.removal;

import io.keyholder.benchmarks.load.Load;
import io.keyholder.benchmarks.load.Request;
import io.keyholder.driver.Partnership;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Assignments of others, made at half of the rate that the platform can make them at. */
final class CommandLoad implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final URI gateway;
    private final String path;
    private final String token;
    private final AtomicInteger users = new AtomicInteger();
    private final double perSecond;
    private final Thread thread;
    private volatile boolean closed;

    CommandLoad(URI gateway, Partnership partnership, UUID role) {
        this.gateway = gateway;
        this.path = "/v1/roles/" + role + "/assignments";
        this.token = partnership.partner().token(partnership.primaryAdmin());
        load().asMuchAsPossible(WARM_UP);
        var most = load().asMuchAsPossible(ROUND);
        if (!most.problems().isEmpty()) {
            throw new IllegalStateException("The load was not taken: " + most.problems());
        }
        this.perSecond = most.perSecond() / 2;
        this.thread = Thread.ofPlatform().name("command-load").start(this::run);
    }

    double perSecond() {
        return perSecond;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            load().atRate(perSecond, ROUND);
        }
    }

    private Load load() {
        return Load.posts(gateway, CONNECTIONS, () -> new Request(path, token, """
                        {"name":"other","members":[{"type":"USER","id":"other-%d"}],"scope":{"type":"ALL"}}""".formatted(users.getAndIncrement())));
    }
}
