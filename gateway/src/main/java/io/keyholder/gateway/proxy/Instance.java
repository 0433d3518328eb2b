package io.keyholder.gateway.proxy;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/** One process of a service. */
final class Instance {
    private final URI base;
    private final long passOverNanos;
    private volatile long failedAt;
    private volatile boolean hasFailed;

    Instance(URI base, Duration passOver) {
        this.base = base;
        this.passOverNanos = passOver.toNanos();
    }

    /** Whether it was reached the last time, or it is time to try again. */
    boolean isPromising() {
        return !hasFailed || System.nanoTime() - failedAt > passOverNanos;
    }

    void couldNotBeReached() {
        failedAt = System.nanoTime();
        hasFailed = true;
    }

    void wasReached() {
        if (hasFailed) {
            hasFailed = false;
        }
    }

    /** A request to a path of this instance. */
    RequestOptions request() {
        boolean isTls = "https".equals(base.getScheme());
        int port = base.getPort() < 0 ? (isTls ? 443 : 80) : base.getPort();
        return new RequestOptions().setHost(base.getHost()).setPort(port).setSsl(isTls);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
