package io.keyholder.testing.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The loopback server of an issuer: answers by path, counts by path, and may go away and come back on its port. */
final class IssuerEndpoint {

    private final int port;
    private final Function<String, Reply> replies;
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;
    private CountDownLatch closing = new CountDownLatch(1);

    IssuerEndpoint(int port, Function<String, Reply> replies) {
        this.port = port;
        this.replies = replies;
    }

    synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            CountDownLatch closed = new CountDownLatch(1);
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", exchange -> answer(exchange, closed));
            opened.start();
            closing = closed;
            server = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void close() {
        if (server != null) {
            closing.countDown();
            server.stop(0);
            server = null;
        }
    }

    int requests(String path) {
        return requests.getOrDefault(path, 0);
    }

    int requests() {
        return requests.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void answer(HttpExchange exchange, CountDownLatch closed) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.merge(path, 1, Integer::sum);
            Reply reply = replies.apply(path);
            if (closed.await(reply.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
