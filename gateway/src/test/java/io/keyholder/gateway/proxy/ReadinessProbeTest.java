package io.keyholder.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.gateway.proxy.Instance.Promise;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadinessProbeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private URI server(Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private URI answering(int status) {
        return server(request -> request.response()
                .setStatusCode(request.path().equals("/q/health/ready") ? status : 500)
                .end());
    }

    private List<Instance> asked(long patienceMillis, URI... bases) {
        Upstream upstream = new Upstream("rooms", List.of(bases), Duration.ofMinutes(1));
        ReadinessProbe.ask(vertx.createHttpClient(), upstream, patienceMillis);
        return upstream.instances().all();
    }

    @Test
    void shouldLearnWhoIsReady() {
        List<Instance> instances = asked(SOON.toMillis(), answering(200), answering(503), answering(404));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instances)
                        .extracting(Instance::promise)
                        .containsExactly(Promise.SERVES, Promise.IS_NOT_READY, Promise.SERVES));
    }

    @Test
    void shouldTakeSilenceForNotReady() {
        List<Instance> instances = asked(100, answering(200), server(request -> {}));

        await().atMost(SOON).until(() -> instances.get(1).promise() == Promise.IS_NOT_READY);
    }

    @Test
    void shouldAskNothingOfTheOnlyOne() {
        List<String> paths = new CopyOnWriteArrayList<>();
        URI only = server(request -> {
            paths.add(request.path());
            request.response().setStatusCode(503).end();
        });
        URI other = answering(200);

        List<Instance> alone = asked(SOON.toMillis(), only);
        List<Instance> both = asked(SOON.toMillis(), only, other);

        await().atMost(SOON).until(() -> both.stream().noneMatch(one -> one.promise() == Promise.MAY_SERVE));
        assertThat(alone.getFirst().promise()).isEqualTo(Promise.MAY_SERVE);
        assertThat(paths).hasSize(1);
    }
}
