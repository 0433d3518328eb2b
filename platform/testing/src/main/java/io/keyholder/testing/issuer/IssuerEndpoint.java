package io.keyholder.testing.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The loopback server of an issuer: answers by path, counts by path, and may go away and come back on its port. */
final class IssuerEndpoint {

    private final int port;
    private final @Nullable SSLContext tls;
    private final Function<String, Reply> replies;
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;
    private CountDownLatch closing = new CountDownLatch(1);

    /** @param tls what it shows who asks by https; none: it answers http */
    IssuerEndpoint(int port, @Nullable SSLContext tls, Function<String, Reply> replies) {
        this.port = port;
        this.tls = tls;
        this.replies = replies;
    }

    synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            CountDownLatch closed = new CountDownLatch(1);
            HttpServer opened = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
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

    private HttpServer create(InetSocketAddress address) throws IOException {
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer secure = HttpsServer.create(address, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        return secure;
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
