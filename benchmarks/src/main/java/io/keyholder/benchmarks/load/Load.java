package io.keyholder.benchmarks.load;

import io.hyperfoil.api.config.BaseSequenceBuilder;
import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.statistics.HttpStats;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests of one method to one server over so many connections. Latency counts from when a request was due or its
 * connection free, so that a server that falls behind shows it.
 */
public final class Load {

    private static final long MAX_MILLIS = Duration.ofMinutes(10).toMillis();

    private final URI server;
    private final HttpMethod method;
    private final int connections;
    private final Supplier<Request> requests;
    private final Map<Integer, Request> current = new ConcurrentHashMap<>();
    private final AtomicLong firstSent = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastAnswered = new AtomicLong(Long.MIN_VALUE);

    private Load(URI server, HttpMethod method, int connections, Supplier<Request> requests) {
        this.server = server;
        this.method = method;
        this.connections = connections;
        this.requests = requests;
    }

    public static Load gets(URI server, int connections, Supplier<Request> requests) {
        return new Load(server, HttpMethod.GET, connections, requests);
    }

    public static Load posts(URI server, int connections, Supplier<Request> requests) {
        return new Load(server, HttpMethod.POST, connections, requests);
    }

    /** As much as the server answers: on each connection the next request follows the answer. */
    public Outcome asMuchAsPossible(Duration duration) {
        return run(builder -> builder.addPhase("load").always(connections).duration(duration.toMillis()));
    }

    /** So many requests, which wait for a connection until one of those before them is answered; the latency is mostly that wait. */
    public Outcome inAll(int count) {
        return run(builder -> builder.addPhase("load").atOnce(count).maxDuration(MAX_MILLIS));
    }

    /** So many a second, whether or not the server keeps up. */
    public Outcome atRate(double perSecond, Duration duration) {
        return run(builder -> builder.addPhase("load")
                .constantRate(0)
                .usersPerSec(perSecond)
                .maxSessions((int) Math.max(100, perSecond))
                .duration(duration.toMillis())
                .maxDuration(duration.plusSeconds(10).toMillis()));
    }

    private Outcome run(Function<BenchmarkBuilder, PhaseBuilder<?>> phase) {
        var total = new StatisticsSnapshot();
        var runner = new LocalSimulationRunner(
                benchmark(phase),
                (unusedPhase, step, metric, snapshot, countDown) -> {
                    synchronized (total) {
                        total.add(snapshot);
                    }
                },
                null,
                null);
        runner.run();
        synchronized (total) {
            return outcome(total);
        }
    }

    private Outcome outcome(StatisticsSnapshot total) {
        var http = HttpStats.get(total);
        return new Outcome(
                total.histogram,
                http.status_3xx + http.status_4xx + http.status_5xx + http.status_other,
                total.connectionErrors + total.requestTimeouts + total.internalErrors,
                Duration.ofNanos(Math.max(1, lastAnswered.get() - firstSent.get())));
    }

    private Benchmark benchmark(Function<BenchmarkBuilder, PhaseBuilder<?>> phase) {
        var builder =
                BenchmarkBuilder.builder().name("load").threads(1).failurePolicy(Benchmark.FailurePolicy.CONTINUE);
        builder.addPlugin(HttpPluginBuilder::new)
                .http()
                .protocol(Protocol.HTTP)
                .host(server.getHost())
                .port(server.getPort())
                .allowHttp2(false)
                .requestTimeout(Duration.ofSeconds(30).toMillis())
                .sharedConnections(connections)
                .endHttp()
                .ergonomics()
                .stopOnInvalid(false)
                .autoRangeCheck(false)
                .repeatCookies(false);
        send(phase.apply(builder).scenario().initialSequence("requests"));
        return builder.build();
    }

    private void send(BaseSequenceBuilder<?> sequence) {
        var request = sequence.step(HttpStepCatalog.SC)
                .httpRequest(method)
                .path(this::next)
                .headerAppender(this::head)
                .handler()
                .onCompletion(session -> lastAnswered.accumulateAndGet(System.nanoTime(), Math::max))
                .endHandler();
        if (method == HttpMethod.POST) {
            request.body((session, connection) ->
                    Unpooled.wrappedBuffer(current(session).body().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void head(Session session, HttpRequestWriter writer) {
        writer.putHeader("Authorization", "Bearer " + current(session).token());
        if (method == HttpMethod.POST) {
            writer.putHeader("Content-Type", "application/json");
        }
    }

    private String next(Session session) {
        firstSent.accumulateAndGet(System.nanoTime(), Math::min);
        var request = requests.get();
        current.put(session.uniqueId(), request);
        return request.path();
    }

    private Request current(Session session) {
        return current.getOrDefault(session.uniqueId(), Request.of("/", ""));
    }
}
