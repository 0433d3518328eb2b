package io.keyholder.web.shape;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Names of tenants: of the caller's own and of those in a relationship with it. Operators, who keep the register, see all. */
@ApplicationScoped
public class TenantNames {
    /** By a tenant's own id. */
    public static final String TENANT = "tenant";

    /** By a relationship's id. */
    public static final String CUSTOMER = "customer of a relationship";

    public static final String PARTNER = "partner of a relationship";

    private final AccessState state;
    private final Access access;

    TenantNames(AccessState state, Access access) {
        this.state = state;
        this.access = access;
    }

    @Produces
    @Singleton
    NameLookup ofTenants() {
        return new Lookup(TENANT, Optional::of);
    }

    @Produces
    @Singleton
    NameLookup ofCustomers() {
        return new Lookup(CUSTOMER, id -> state.relationship(id).map(RelationshipState::customerId));
    }

    @Produces
    @Singleton
    NameLookup ofPartners() {
        return new Lookup(PARTNER, id -> state.relationship(id).map(RelationshipState::partnerId));
    }

    /** @param tenant whom an id names */
    private final class Lookup implements NameLookup {
        private final String kind;
        private final Function<UUID, Optional<UUID>> tenant;

        Lookup(String kind, Function<UUID, Optional<UUID>> tenant) {
            this.kind = kind;
            this.tenant = tenant;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Map<UUID, Reference> find(Set<UUID> ids) {
            Map<UUID, Reference> found = new HashMap<>();
            ids.forEach(id -> tenant.apply(id)
                    .filter(TenantNames.this::isVisible)
                    .flatMap(state::tenant)
                    .ifPresent(named -> found.put(id, new Reference(named.id(), named.name()))));
            return found;
        }
    }

    private boolean isVisible(UUID tenant) {
        UUID own = access.caller().tenantId();
        return own == null
                ? access.caller().platformOperator()
                : own.equals(tenant)
                        || state.relationshipBetween(own, tenant).isPresent()
                        || state.relationshipBetween(tenant, own).isPresent();
    }
}
