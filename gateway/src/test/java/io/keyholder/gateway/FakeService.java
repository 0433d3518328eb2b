package io.keyholder.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real HTTP server in a service's place, which says what it was sent. */
public final class FakeService implements AutoCloseable {
    private final Vertx vertx;
    private final String name;
    private final int port;
    private volatile @Nullable HttpServer server;
    private volatile Handler<HttpServerRequest> handler = this::echo;
    private volatile JsonObject openApi = new JsonObject();

    FakeService(Vertx vertx, String name, int port) {
        this.vertx = vertx;
        this.name = name;
        this.port = port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    FakeService start() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setMaxInitialLineLength(16_384).setMaxHeaderSize(48 * 1024))
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return this;
    }

    @Override
    public void close() {
        Objects.requireNonNull(server)
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** From now on answers like this. */
    void answer(Handler<HttpServerRequest> other) {
        handler = other;
    }

    /** Echoes again. */
    void behave() {
        handler = this::echo;
    }

    void describe(JsonObject document) {
        openApi = document;
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/q/openapi")) {
            request.response().putHeader("Content-Type", "application/json").end(openApi.toBuffer());
        } else if (request.path().startsWith("/q/")) {
            request.response().end("secret");
        } else {
            handler.handle(request);
        }
    }

    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers()
                    .names()
                    .forEach(header -> headers.put(
                            header.toLowerCase(java.util.Locale.ROOT),
                            new JsonArray(request.headers().getAll(header))));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("ETag", "\"1\"")
                    .putHeader("X-Request-Id", "from-the-service")
                    .putHeader("Connection", "keep-alive, X-Private")
                    .putHeader("X-Private", "1")
                    .end(echoed(request, headers, body));
        });
    }

    private Buffer echoed(HttpServerRequest request, JsonObject headers, Buffer body) {
        return new JsonObject()
                .put("service", name)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("length", body.length())
                .toBuffer();
    }
}
