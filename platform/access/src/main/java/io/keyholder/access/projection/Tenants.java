package io.keyholder.access.projection;

import io.keyholder.access.RegisteredIssuer;
import io.keyholder.contracts.TenantState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tenants by id, by domain and by issuer. They are few and change rarely: the indexes are made anew on each change. */
final class Tenants {
    private final Map<UUID, TenantState> byId = new ConcurrentHashMap<>();
    private volatile Map<String, RegisteredIssuer> byIssuer = Map.of();
    private volatile Map<String, UUID> byDomain = Map.of();

    void put(TenantState tenant) {
        byId.put(tenant.id(), tenant);
        index();
    }

    void remove(UUID id) {
        byId.remove(id);
        index();
    }

    Optional<TenantState> get(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<TenantState> ofDomain(String domain) {
        return Optional.ofNullable(byDomain.get(domain)).map(byId::get);
    }

    Optional<RegisteredIssuer> issuer(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    private void index() {
        Map<String, Set<UUID>> all = new HashMap<>();
        Map<String, Set<UUID>> active = new HashMap<>();
        Map<String, UUID> domains = new HashMap<>();
        for (TenantState tenant : byId.values()) {
            tenant.domains().forEach(domain -> domains.put(domain, tenant.id()));
            for (TenantState.Issuer issuer : tenant.issuers()) {
                all.computeIfAbsent(issuer.issuer(), unused -> new HashSet<>()).add(tenant.id());
                if (tenant.status() == TenantState.Status.ACTIVE) {
                    active.computeIfAbsent(issuer.issuer(), unused -> new HashSet<>())
                            .add(tenant.id());
                }
            }
        }
        Map<String, RegisteredIssuer> issuers = new HashMap<>();
        all.forEach((issuer, tenants) ->
                issuers.put(issuer, new RegisteredIssuer(issuer, active.getOrDefault(issuer, Set.of()), tenants)));
        byIssuer = Map.copyOf(issuers);
        byDomain = Map.copyOf(domains);
    }
}
