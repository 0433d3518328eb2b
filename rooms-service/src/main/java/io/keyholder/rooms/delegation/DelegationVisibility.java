package io.keyholder.rooms.delegation;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;

/** Who may know of a delegation: the customer with {@code partners:view}, and at the partner whoever has a role in it. */
@RequestScoped
class DelegationVisibility {
    private final Access access;
    private final AccessState state;
    private final Decisions decisions;

    DelegationVisibility(Access access, AccessState state, Decisions decisions) {
        this.access = access;
        this.state = state;
        this.decisions = decisions;
    }

    /** Nobody sees an ended delegation; a relationship is known to have ended before its delegation has. */
    boolean knowsOf(Delegation delegation) {
        return delegation.isActive()
                && !is(Status.TERMINATED, delegation)
                && (asCustomer(delegation) || asPartner(delegation));
    }

    /** Whether a caller who knows of it may read it: the partner may not while the relationship is suspended. */
    boolean mayRead(Delegation delegation) {
        return asCustomer(delegation) || is(Status.ACTIVE, delegation);
    }

    /** Whether the caller manages partners for the customer. */
    boolean mayChange(Delegation delegation) {
        return isCustomers(delegation) && access.holds(Permission.PARTNERS_MANAGE, delegation.customerId());
    }

    boolean isCustomers(Delegation delegation) {
        return access.caller().belongsTo(delegation.customerId());
    }

    private boolean asCustomer(Delegation delegation) {
        return isCustomers(delegation) && access.holds(Permission.PARTNERS_VIEW, delegation.customerId());
    }

    private boolean asPartner(Delegation delegation) {
        Caller caller = access.caller();
        return caller.belongsTo(delegation.partnerId()) && decisions.isMember(caller, delegation.relationshipId());
    }

    private boolean is(Status status, Delegation delegation) {
        return state.relationship(delegation.relationshipId())
                .map(RelationshipState::status)
                .filter(status::equals)
                .isPresent();
    }
}
