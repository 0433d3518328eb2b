package io.keyholder.tenantrelationship.relationship;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which relationships the caller may know of, and change. It knows of those on the customer's side with {@code partners:view}; on the
 * partner's with that, as who may see invitations, or with a role in the relationship.
 */
@RequestScoped
class RelationshipVisibility {
    private final Access access;
    private final AccessState state;
    private final Decisions decisions;

    RelationshipVisibility(Access access, AccessState state, Decisions decisions) {
        this.access = access;
        this.state = state;
        this.decisions = decisions;
    }

    boolean sees(Relationship relationship) {
        Caller caller = access.caller();
        boolean asCustomer = caller.belongsTo(relationship.customerId()) && seesAsCustomer();
        boolean asPartner = caller.belongsTo(relationship.partnerId())
                && (seesAllAsPartner() || decisions.isMember(caller, relationship.id()));
        return asCustomer || asPartner;
    }

    /** All that it knows of. */
    RelationshipQuery.Sight sight() {
        Optional<Set<UUID>> asPartner = seesAllAsPartner()
                ? Optional.empty()
                : Optional.of(state.relationshipsOfPartner(access.tenant()).stream()
                        .map(RelationshipState::id)
                        .filter(id -> decisions.isMember(access.caller(), id))
                        .collect(Collectors.toUnmodifiableSet()));
        return new RelationshipQuery.Sight(access.tenant(), seesAsCustomer(), asPartner);
    }

    /** Whether the caller manages partners for the customer. */
    boolean manages(Relationship relationship) {
        return access.caller().belongsTo(relationship.customerId())
                && access.holds(Permission.PARTNERS_MANAGE, relationship.customerId());
    }

    boolean mayTerminate(Relationship relationship) {
        return manages(relationship) || decisions.isPrimaryAdmin(access.caller(), relationship.id());
    }

    private boolean seesAsCustomer() {
        return access.holds(Permission.PARTNERS_VIEW, access.tenant());
    }

    private boolean seesAllAsPartner() {
        return seesAsCustomer() || access.holds(Permission.INVITATIONS_VIEW, access.tenant());
    }
}
