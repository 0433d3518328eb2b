package io.keyholder.gateway.proxy;

import io.keyholder.access.Caller;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Lets tenant-relationship-service see each tenant's Global admins, whichever service they ask: who adds to a tenant that has one
 * needs its consent. The first request of each is handed on once that service knows. If it cannot be asked, it cannot change
 * a tenant either, and is asked again with the next request.
 */
@ApplicationScoped
public class GlobalAdminNotice {
    private static final Logger LOG = Logger.getLogger(GlobalAdminNotice.class);
    private static final long WITHIN_MILLIS = 2_000;

    /** That service may be restored from a backup that is older than what it was told. */
    private static final long AGAIN_AFTER_NANOS = Duration.ofMinutes(10).toNanos();

    private final Upstreams upstreams;
    private final ServiceClient client;
    private final Map<UUID, Long> givenAt = new ConcurrentHashMap<>();

    GlobalAdminNotice(Upstreams upstreams, ServiceClient client) {
        this.upstreams = upstreams;
        this.client = client;
    }

    /** Succeeds at once for whom no notice is due, else after it; never fails. */
    public Future<Void> give(Caller caller, HttpServerRequest request) {
        UUID tenant = caller.tenantId();
        if (tenant == null || !caller.globalAdmin() || wasGiven(tenant)) {
            return Future.succeededFuture();
        }
        request.pause();
        return read("/v1/tenants/" + tenant, request.getHeader(HttpHeaders.AUTHORIZATION))
                .onSuccess(status -> {
                    if (status / 100 == 2) {
                        givenAt.put(tenant, System.nanoTime());
                    }
                })
                .onFailure(failure -> LOG.warnf("globalAdminNotNoted reason=%s", failure.getMessage()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private boolean wasGiven(UUID tenant) {
        Long last = givenAt.get(tenant);
        return last != null && System.nanoTime() - last < AGAIN_AFTER_NANOS;
    }

    /** As the caller, with its own token: the gateway is trusted with nothing. */
    private Future<Integer> read(String path, String authorization) {
        return upstreams
                .ownerOf(path)
                .orElseThrow()
                .connect(
                        client.http(),
                        options -> options.setMethod(HttpMethod.GET)
                                .setURI(path)
                                .setConnectTimeout(WITHIN_MILLIS)
                                .setIdleTimeout(WITHIN_MILLIS))
                .compose(asked -> asked.putHeader(HttpHeaders.AUTHORIZATION, authorization)
                        .send())
                .compose(GlobalAdminNotice::statusOf);
    }

    private static Future<Integer> statusOf(HttpClientResponse answer) {
        return answer.end().map(answer.statusCode());
    }
}
