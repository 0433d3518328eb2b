package io.keyholder.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private static final int REQUESTS = 6;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private HttpServer first;
    private HttpServer second;
    private Upstream upstream;

    @BeforeEach
    void twoInstances() {
        first = server("first");
        second = server("second");
        upstream = new Upstream(
                "rooms", Stream.of(first, second).map(UpstreamTest::url).toList(), Duration.ofMinutes(1));
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer server(String name) {
        return vertx.createHttpServer()
                .requestHandler(
                        request -> request.response().putHeader("Server", name).end())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Test
    void shouldLetInstancesTakeTurns() {
        assertThat(served()).containsOnly(Map.entry("first", 3L), Map.entry("second", 3L));
    }

    @Test
    void shouldPreferTheOneThatIsReady() {
        instances().getFirst().noteReadiness(false);
        instances().get(1).noteReadiness(true);

        assertThat(served()).containsOnly(Map.entry("second", 6L));
    }

    @Test
    void shouldPreferOneThatNobodyHasAskedToOneThatIsNotReady() {
        instances().getFirst().noteReadiness(false);

        assertThat(served()).containsOnly(Map.entry("second", 6L));
    }

    @Test
    void shouldAskThemAllTheSameWhileNoneIsReady() {
        instances().forEach(instance -> instance.noteReadiness(false));

        assertThat(served()).containsOnly(Map.entry("first", 3L), Map.entry("second", 3L));
    }

    @Test
    void shouldPreferOneThatIsNotReadyToOneThatCannotBeReached() {
        first.close().toCompletionStage().toCompletableFuture().join();
        instances().get(1).noteReadiness(false);

        assertThat(served()).containsOnly(Map.entry("second", 6L));
    }

    private List<Instance> instances() {
        return upstream.instances().all();
    }

    private Map<String, Long> served() {
        return Stream.generate(this::request)
                .limit(REQUESTS)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private String request() {
        return upstream.connect(client, options -> {})
                .compose(HttpClientRequest::send)
                .map(answer -> answer.getHeader("Server"))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
