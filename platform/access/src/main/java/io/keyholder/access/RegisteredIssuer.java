package io.keyholder.access;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An issuer and the tenants it serves. The sets may show later changes: there can be too many tenants to copy.
 *
 * @param allTenants those that registered it
 * @param activeTenants those of them whose tokens are accepted at present
 */
public record RegisteredIssuer(String issuer, Set<UUID> activeTenants, Set<UUID> allTenants) {

    public RegisteredIssuer {
        activeTenants = Collections.unmodifiableSet(activeTenants);
        allTenants = Collections.unmodifiableSet(allTenants);
    }

    /** The tenant that its tokens speak for without saying so; empty when it serves several. */
    public Optional<UUID> onlyTenant() {
        Iterator<UUID> tenants = allTenants.iterator();
        Optional<UUID> first = tenants.hasNext() ? Optional.of(tenants.next()) : Optional.empty();
        return tenants.hasNext() ? Optional.empty() : first;
    }
}
