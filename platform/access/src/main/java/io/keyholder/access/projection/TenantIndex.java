package io.keyholder.access.projection;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tenants by a domain they name. Several may name the same: one that passes from one tenant to another, whose states may
 * arrive in either order. One thread changes it; any number read.
 */
final class TenantIndex {
    private final Map<String, Set<UUID>> tenants = new ConcurrentHashMap<>();

    void add(String name, UUID tenantId) {
        tenants.computeIfAbsent(name, unused -> ConcurrentHashMap.newKeySet(1)).add(tenantId);
    }

    void remove(String name, UUID tenantId) {
        Set<UUID> named = tenants.get(name);
        if (named != null) {
            named.remove(tenantId);
            if (named.isEmpty()) {
                tenants.remove(name);
            }
        }
    }

    Set<UUID> of(String name) {
        return tenants.getOrDefault(name, Set.of());
    }
}
