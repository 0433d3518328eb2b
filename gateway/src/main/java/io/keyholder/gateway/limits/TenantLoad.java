package io.keyholder.gateway.limits;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Says in the log, once a minute, which tenants ask for most. As a metric it would be a series a tenant. */
@ApplicationScoped
public class TenantLoad {
    private static final Logger LOG = Logger.getLogger(TenantLoad.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int NAMED = 5;

    /** Less than one request a second is nobody's trouble. */
    private static final long WORTH_NAMING = 60;

    private final Map<UUID, Requests> requests = new ConcurrentHashMap<>();

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(PERIOD.toMillis(), tick -> busiest().forEach(TenantLoad::log));
    }

    void admitted(UUID tenant) {
        of(tenant).admitted.increment();
    }

    void refused(UUID tenant) {
        of(tenant).refused.increment();
    }

    private Requests of(UUID tenant) {
        Requests known = requests.get(tenant);
        return known == null ? requests.computeIfAbsent(tenant, id -> new Requests()) : known;
    }

    /** The busiest since the last call, busiest first. */
    List<Load> busiest() {
        Map<UUID, Requests> period = new HashMap<>(requests);
        requests.keySet().removeAll(period.keySet());
        return period.entrySet().stream()
                .map(entry -> entry.getValue().by(entry.getKey()))
                .filter(load -> load.requests() >= WORTH_NAMING)
                .sorted(Comparator.comparingLong(Load::requests).reversed())
                .limit(NAMED)
                .toList();
    }

    private static void log(Load load) {
        LOG.infof(
                "event=tenant.load tenant=%s requests=%d refused=%d seconds=%d",
                load.tenant(), load.requests(), load.refused(), PERIOD.toSeconds());
    }

    /**
     * What a tenant's users asked for.
     *
     * @param requests in all
     * @param refused those of them that were beyond a quota
     */
    record Load(UUID tenant, long requests, long refused) {}

    private static final class Requests {
        private final LongAdder admitted = new LongAdder();
        private final LongAdder refused = new LongAdder();

        Load by(UUID tenant) {
            return new Load(tenant, admitted.sum() + refused.sum(), refused.sum());
        }
    }
}
