package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks DNS, over and over, which addresses the services' hosts have, so that instances that come and go are used and left
 * within seconds. Asked directly: Java remembers an answer for half a minute, and would give one address of several.
 *
 * <p>A name that DNS does not know is left to the system's own ways, such as the hosts file.
 */
@ApplicationScoped
class NameService {
    private static final Logger LOG = Logger.getLogger(NameService.class);

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final long everyMillis;

    NameService(Vertx vertx, Upstreams upstreams, GatewayConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.everyMillis = config.timeouts().lookUp().toMillis();
    }

    void start(@Observes StartupEvent event) {
        DnsClient dns = vertx.createDnsClient();
        vertx.setPeriodic(0, everyMillis, tick -> upstreams.all().forEach(upstream -> lookUp(dns, upstream)));
    }

    private static void lookUp(DnsClient dns, Upstream upstream) {
        for (URI base : upstream.instances().bases()) {
            if (isName(base.getHost())) {
                dns.resolveA(base.getHost())
                        .onSuccess(addresses -> take(upstream, base, addresses))
                        .onFailure(failure -> LOG.debugf("hostNotFound host=%s", base.getHost()));
            }
        }
    }

    private static void take(Upstream upstream, URI base, List<String> addresses) {
        if (!addresses.isEmpty()) {
            upstream.instances().resolved(base, addresses.stream().sorted().toList());
        }
    }

    private static boolean isName(String host) {
        return !host.startsWith("[") && !host.matches("[0-9.]+");
    }
}
