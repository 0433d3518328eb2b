package io.keyholder.gateway.openapi;

import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.proxy.Upstream;
import io.keyholder.gateway.proxy.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The merged document: made when somebody asks, and kept for a while. A service that is away is described as it was.
 */
@ApplicationScoped
public class OpenApi {
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** So often a service is asked that has not answered yet. */
    private static final Duration INCOMPLETE = Duration.ofSeconds(2);

    private final Upstreams upstreams;
    private final ServiceDocuments documents;
    private final SignIn signIn;
    private final String server;
    private final String version;
    private final AtomicReference<@Nullable Future<Snapshot>> current = new AtomicReference<>();

    OpenApi(
            Upstreams upstreams,
            ServiceDocuments documents,
            SignIn signIn,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.upstreams = upstreams;
        this.documents = documents;
        this.signIn = signIn;
        this.server = config.publicUrl().map(URI::toString).orElse("/");
        this.version = version;
    }

    /** The document, at most half a minute old where the services answer. */
    public Future<JsonObject> document() {
        Future<Snapshot> held = current.get();
        if (held != null && (!held.isComplete() || held.result().isFresh())) {
            return held.map(Snapshot::document);
        }
        Future<Snapshot> next = Future.join(
                        upstreams.all().stream().map(documents::refresh).toList())
                .map(answered -> new Snapshot(merge(), answered.list(), System.nanoTime()));
        current.set(next);
        return next.map(Snapshot::document);
    }

    private JsonObject merge() {
        Map<String, JsonObject> described = new LinkedHashMap<>();
        for (Upstream service : upstreams.all()) {
            documents.of(service).ifPresent(document -> described.put(service.name(), document));
        }
        return ApiDocument.of(version, server, signIn, described);
    }

    private record Snapshot(JsonObject document, List<Boolean> answered, long madeAt) {

        boolean isFresh() {
            Duration kept = answered.contains(false) ? INCOMPLETE : FRESH;
            return System.nanoTime() - madeAt < kept.toNanos();
        }
    }
}
