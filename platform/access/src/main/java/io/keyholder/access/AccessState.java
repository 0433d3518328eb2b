package io.keyholder.access;

import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.TenantState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What decisions are made from: the present state of tenants, relationships, roles and assignments. */
public interface AccessState {

    Optional<TenantState> tenant(UUID tenantId);

    /** The tenant of which the domain is verified, if there is one. */
    Optional<TenantState> tenantOfDomain(String domain);

    Optional<RelationshipState> relationship(UUID relationshipId);

    /** The relationship between the two that is not terminated. */
    Optional<RelationshipState> relationshipBetween(UUID partnerId, UUID customerId);

    /** The partner's relationships that are not terminated. */
    Collection<RelationshipState> relationshipsOfPartner(UUID partnerId);

    /** The customer's relationships that are not terminated. */
    Collection<RelationshipState> relationshipsOfCustomer(UUID customerId);

    Optional<HeldRole> role(UUID roleId);

    /** The assignments that name the principal. */
    List<HeldAssignment> assignmentsOf(Principal principal);

    /** Whether something about the context could not be read. */
    boolean isUnreadable(AccessContext context);

    /** Whether the tenant's own registration could not be read: it may be suspended. */
    default boolean isUnreadableTenant(UUID tenantId) {
        return false;
    }
}
