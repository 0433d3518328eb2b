package io.keyholder.problems.wire;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Has each connection that the HTTP servers accept looked after by {@link ReadableOnly}. They have started by then: Quarkus
 * makes them, and shows them to nobody before.
 */
@ApplicationScoped
class UnreadableRequests {
    private final Vertx vertx;

    UnreadableRequests(Vertx vertx) {
        this.vertx = vertx;
    }

    void watch(@ObservesAsync HttpServerStart started) {
        watch(vertx);
    }

    void watch(@ObservesAsync HttpsServerStart started) {
        watch(vertx);
    }

    static void watch(Vertx vertx) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(UnreadableRequests::watch));
            }
        }
    }

    private static void watch(Channel server) {
        if (server instanceof ServerChannel && server.pipeline().get(Accepted.class) == null) {
            server.pipeline().addFirst(new Accepted());
        }
    }
}
