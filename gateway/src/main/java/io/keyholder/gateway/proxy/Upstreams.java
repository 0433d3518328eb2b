package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who owns which path: the first part below {@code /v1/} says. */
@ApplicationScoped
public class Upstreams {
    private static final String ROOT = "/v1/";

    private final List<Upstream> all;
    private final Map<String, Upstream> byResource = new LinkedHashMap<>();

    Upstreams(GatewayConfig config) {
        GatewayConfig.Services services = config.services();
        this.all = List.of(
                owner(config, "tenant-relationship", services.tenantRelationship(), "tenants", "relationships"),
                owner(config, "invitation", services.invitation(), "invitations"),
                owner(config, "rbac", services.rbac(), "permissions", "roles", "assignments", "access"),
                owner(config, "rooms", services.rooms(), "rooms", "room-groups", "delegations", "settings"),
                owner(config, "audit", services.audit(), "audit"));
    }

    /** Every service. */
    public List<Upstream> all() {
        return all;
    }

    /** The owner of a path; empty when nobody owns it. */
    Optional<Upstream> ownerOf(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', ROOT.length());
        String resource = end < 0 ? path.substring(ROOT.length()) : path.substring(ROOT.length(), end);
        return Optional.ofNullable(byResource.get(resource));
    }

    private Upstream owner(GatewayConfig config, String name, List<URI> bases, String... resources) {
        for (URI base : bases) {
            if (base.getHost() == null || base.getScheme() == null) {
                throw new IllegalArgumentException(
                        "keyholder.gateway.services." + name + " is not a base URL: " + base);
            }
        }
        Upstream upstream = new Upstream(name, bases, config.timeouts().failureBackoff());
        for (String resource : resources) {
            byResource.put(resource, upstream);
        }
        return upstream;
    }
}
