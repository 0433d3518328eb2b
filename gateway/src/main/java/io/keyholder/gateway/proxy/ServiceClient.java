package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The connections to the services, kept alive. Each event loop has its own: no request waits for another thread's lock,
 * and a connection lives on the loop that uses it.
 */
@ApplicationScoped
public class ServiceClient {
    private static final int CONNECTIONS_PER_INSTANCE = 256;
    private static final int MAX_WAITING = 4096;

    /** Less than any service's own patience, so that the gateway does not send on what is just being closed. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Queue<HttpClient> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<HttpClient> ofThisLoop;

    ServiceClient(Vertx vertx, GatewayConfig config) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setMaxHeaderSize(64 * 1024)
                .setDecompressionSupported(false);
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_INSTANCE);
        this.ofThisLoop = ThreadLocal.withInitial(() -> {
            HttpClient client = vertx.createHttpClient(options, pool);
            all.add(client);
            return client;
        });
    }

    /** The client of the calling event loop. */
    public HttpClient http() {
        return ofThisLoop.get();
    }

    @PreDestroy
    void close() {
        all.forEach(HttpClient::close);
    }
}
