package io.keyholder.gateway.proxy;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One process of a service: a base URL, and the one of its host's addresses to go to, once they are known. */
final class Instance {
    private final URI base;
    private final Optional<String> address;
    private final long passOverNanos;
    private volatile long failedAt;
    private volatile boolean hasFailed;
    private volatile Promise readiness = Promise.MAY_SERVE;

    Instance(URI base, Optional<String> address, Duration passOver) {
        this.base = base;
        this.address = address;
        this.passOverNanos = passOver.toNanos();
    }

    /** What may be expected of an instance, best first. */
    enum Promise {
        /** It says that it is ready. */
        SERVES,
        /** Nobody has asked it yet. */
        MAY_SERVE,
        /** It says that it is not ready, or does not say anything in time. */
        IS_NOT_READY,
        /** It could not be reached, and it is not time to try again. */
        WAS_NOT_REACHED
    }

    Promise promise() {
        boolean isPassedOver = hasFailed && System.nanoTime() - failedAt <= passOverNanos;
        return isPassedOver ? Promise.WAS_NOT_REACHED : readiness;
    }

    /** What became of the question whether it is ready. */
    void noteReadiness(boolean isReady) {
        readiness = isReady ? Promise.SERVES : Promise.IS_NOT_READY;
    }

    void markUnreachable() {
        failedAt = System.nanoTime();
        hasFailed = true;
    }

    void markReachable() {
        if (hasFailed) {
            hasFailed = false;
        }
    }

    /** A request to a path of this instance. */
    RequestOptions request() {
        boolean isTls = "https".equals(base.getScheme());
        int port = base.getPort() < 0 ? (isTls ? 443 : 80) : base.getPort();
        RequestOptions request =
                new RequestOptions().setHost(base.getHost()).setPort(port).setSsl(isTls);
        address.ifPresent(known -> request.setServer(SocketAddress.inetSocketAddress(port, known)));
        return request;
    }

    boolean isAt(String otherAddress) {
        return address.filter(otherAddress::equals).isPresent();
    }

    @Override
    public String toString() {
        return base + address.map(known -> " at " + known).orElse("");
    }
}
