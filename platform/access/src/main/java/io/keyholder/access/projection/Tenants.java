package io.keyholder.access.projection;

import io.keyholder.access.RegisteredIssuer;
import io.keyholder.contracts.TenantState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tenants by id, by domain and by issuer. A change costs what the tenant itself has of them, however many there are. */
final class Tenants {
    private final Map<UUID, TenantState> byId = new ConcurrentHashMap<>();
    private final TenantIndex byDomain = new TenantIndex();
    private final Map<String, RegisteredIssuer> issuers = new ConcurrentHashMap<>();

    void put(TenantState tenant) {
        TenantState before = byId.put(tenant.id(), tenant);
        tenant.domains().forEach(domain -> byDomain.add(domain, tenant.id()));
        boolean active = tenant.status() == TenantState.Status.ACTIVE;
        tenant.issuers()
                .forEach(issuer -> issuers.computeIfAbsent(issuer.issuer(), RegisteredIssuer::new)
                        .put(tenant.id(), issuer, active));
        if (before != null) {
            removeWhatOnly(before, tenant);
        }
    }

    void remove(UUID id) {
        TenantState removed = byId.remove(id);
        if (removed != null) {
            removed.domains().forEach(domain -> byDomain.remove(domain, id));
            removed.issuers().forEach(issuer -> removeIssuer(issuer.issuer(), id));
        }
    }

    Optional<TenantState> get(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<TenantState> ofDomain(String domain) {
        return byDomain.of(domain).stream().findFirst().map(byId::get);
    }

    Optional<RegisteredIssuer> issuer(String issuer) {
        return Optional.ofNullable(issuers.get(issuer)).filter(registered -> !registered.isEmpty());
    }

    private void removeWhatOnly(TenantState before, TenantState now) {
        before.domains().stream()
                .filter(domain -> !now.domains().contains(domain))
                .forEach(domain -> byDomain.remove(domain, now.id()));
        for (TenantState.Issuer issuer : before.issuers()) {
            if (now.issuers().stream().noneMatch(kept -> kept.issuer().equals(issuer.issuer()))) {
                removeIssuer(issuer.issuer(), now.id());
            }
        }
    }

    private void removeIssuer(String issuer, UUID id) {
        RegisteredIssuer registered = issuers.get(issuer);
        if (registered != null) {
            registered.remove(id);
            if (registered.isEmpty()) {
                issuers.remove(issuer);
            }
        }
    }
}
