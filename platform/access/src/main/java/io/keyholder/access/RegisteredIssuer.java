package io.keyholder.access;

import java.util.Set;
import java.util.UUID;

/**
 * An issuer and the tenants it serves.
 *
 * @param allTenants those that registered it
 * @param activeTenants those of them whose tokens are accepted at present
 */
public record RegisteredIssuer(String issuer, Set<UUID> activeTenants, Set<UUID> allTenants) {

    public RegisteredIssuer {
        activeTenants = Set.copyOf(activeTenants);
        allTenants = Set.copyOf(allTenants);
    }
}
