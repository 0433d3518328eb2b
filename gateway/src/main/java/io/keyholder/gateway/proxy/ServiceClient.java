package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** The connections to the services, kept and shared. */
@ApplicationScoped
public class ServiceClient {
    private static final int CONNECTIONS_PER_INSTANCE = 256;
    private static final int MAX_WAITING = 4096;

    /** Less than any service's own patience, so that the gateway does not send on what is just being closed. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final HttpClient client;

    ServiceClient(Vertx vertx, GatewayConfig config) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setMaxHeaderSize(64 * 1024)
                .setDecompressionSupported(false);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_INSTANCE));
    }

    /** The client. */
    public HttpClient http() {
        return client;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
