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
    private final TenantIndex byIssuer = new TenantIndex();
    private final TenantIndex activeByIssuer = new TenantIndex();

    void put(TenantState tenant) {
        TenantState before = byId.put(tenant.id(), tenant);
        tenant.domains().forEach(domain -> byDomain.add(domain, tenant.id()));
        tenant.issuers().forEach(issuer -> byIssuer.add(issuer.issuer(), tenant.id()));
        if (isActive(tenant)) {
            tenant.issuers().forEach(issuer -> activeByIssuer.add(issuer.issuer(), tenant.id()));
        }
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
        return Optional.of(byIssuer.of(issuer))
                .filter(tenants -> !tenants.isEmpty())
                .map(tenants -> new RegisteredIssuer(issuer, activeByIssuer.of(issuer), tenants));
    }

    private void removeWhatOnly(TenantState before, TenantState now) {
        before.domains().stream()
                .filter(domain -> !now.domains().contains(domain))
                .forEach(domain -> byDomain.remove(domain, now.id()));
        for (TenantState.Issuer issuer : before.issuers()) {
            if (!isActive(now)) {
                activeByIssuer.remove(issuer.issuer(), now.id());
            }
            if (now.issuers().stream().noneMatch(kept -> kept.issuer().equals(issuer.issuer()))) {
                removeIssuer(issuer.issuer(), now.id());
            }
        }
    }

    private void removeIssuer(String issuer, UUID id) {
        activeByIssuer.remove(issuer, id);
        byIssuer.remove(issuer, id);
    }

    private static boolean isActive(TenantState tenant) {
        return tenant.status() == TenantState.Status.ACTIVE;
    }
}
