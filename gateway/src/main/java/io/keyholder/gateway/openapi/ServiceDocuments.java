package io.keyholder.gateway.openapi;

import io.keyholder.gateway.proxy.ServiceClient;
import io.keyholder.gateway.proxy.Upstream;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What each service last said of itself. */
@ApplicationScoped
class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final String ADDRESS = "/q/openapi?format=json";
    private static final long TIMEOUT_MILLIS = 3_000;

    private final ServiceClient client;
    private final Map<String, JsonObject> known = new ConcurrentHashMap<>();

    ServiceDocuments(ServiceClient client) {
        this.client = client;
    }

    /** The last good document of the service. */
    Optional<JsonObject> of(Upstream service) {
        return Optional.ofNullable(known.get(service.name()));
    }

    /** Asks the service; always succeeds, and tells whether it answered. */
    Future<Boolean> refresh(Upstream service) {
        return service.connect(client.http(), options -> options.setURI(ADDRESS).setTimeout(TIMEOUT_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.<Buffer>failedFuture("status " + response.statusCode()))
                .map(body -> {
                    known.put(service.name(), body.toJsonObject());
                    return true;
                })
                .otherwise(failure -> {
                    LOG.warnf("openApiNotRefreshed service=%s reason=%s", service.name(), failure.getMessage());
                    return false;
                });
    }
}
