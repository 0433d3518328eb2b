package io.keyholder.web.shape;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.web.Access;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Names of tenants: of the caller's own and of those in a relationship with it. Operators, who keep the register, see all. */
public abstract class TenantNames implements NameLookup {
    public static final String TENANT = "tenant";
    public static final String CUSTOMER = "customer of a relationship";
    public static final String PARTNER = "partner of a relationship";

    final AccessState state;
    private final Access access;

    TenantNames(AccessState state, Access access) {
        this.state = state;
        this.access = access;
    }

    /** By a tenant's own id. */
    @Singleton
    static class OfTenant extends TenantNames {
        OfTenant(AccessState state, Access access) {
            super(state, access);
        }

        @Override
        public String kind() {
            return TENANT;
        }

        @Override
        Optional<UUID> tenant(UUID id) {
            return Optional.of(id);
        }
    }

    /** By a relationship's id: its customer. */
    @Singleton
    static class OfCustomer extends TenantNames {
        OfCustomer(AccessState state, Access access) {
            super(state, access);
        }

        @Override
        public String kind() {
            return CUSTOMER;
        }

        @Override
        Optional<UUID> tenant(UUID id) {
            return state.relationship(id).map(RelationshipState::customerId);
        }
    }

    /** By a relationship's id: its partner. */
    @Singleton
    static class OfPartner extends TenantNames {
        OfPartner(AccessState state, Access access) {
            super(state, access);
        }

        @Override
        public String kind() {
            return PARTNER;
        }

        @Override
        Optional<UUID> tenant(UUID id) {
            return state.relationship(id).map(RelationshipState::partnerId);
        }
    }

    abstract Optional<UUID> tenant(UUID id);

    @Override
    public final Map<UUID, Reference> find(Set<UUID> ids) {
        Map<UUID, Reference> found = new HashMap<>();
        ids.forEach(id -> tenant(id)
                .filter(this::isVisible)
                .flatMap(state::tenant)
                .ifPresent(tenant -> found.put(id, new Reference(tenant.id(), tenant.name()))));
        return found;
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
