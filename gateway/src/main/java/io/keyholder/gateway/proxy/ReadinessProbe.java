package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks each instance of a service that has several, over and over, whether it is ready. One that is just starting, or is about to
 * stop, would answer 503 where another one serves: so a rollout loses no request. An instance that is the only one is asked nothing.
 */
@ApplicationScoped
class ReadinessProbe {
    private static final String PATH = "/q/health/ready";
    private static final int NOT_READY = 503;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final long everyMillis;

    ReadinessProbe(Vertx vertx, Upstreams upstreams, GatewayConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.everyMillis = config.timeouts().probe().toMillis();
    }

    void start(@Observes StartupEvent event) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) everyMillis));
        vertx.setPeriodic(
                0, everyMillis, tick -> upstreams.all().forEach(upstream -> ask(client, upstream, everyMillis)));
    }

    static void ask(HttpClient client, Upstream upstream, long patienceMillis) {
        List<Instance> instances = upstream.instances().all();
        if (instances.size() > 1) {
            instances.forEach(instance -> ask(client, instance, patienceMillis));
        }
    }

    /** An answer that says anything else is one of a server that knows no such question, but serves. */
    private static void ask(HttpClient client, Instance instance, long patienceMillis) {
        client.request(instance.request().setURI(PATH))
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .onSuccess(status -> instance.noteReadiness(status != NOT_READY))
                .onFailure(failure -> instance.noteReadiness(false));
    }
}
