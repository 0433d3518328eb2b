package io.keyholder.rooms.delegation.api;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.problems.CommonProblem;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
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

    /** An ended one is nobody's any more; a relationship is known to have ended before its delegation has. */
    boolean knowsOf(Delegation delegation) {
        return delegation.isActive()
                && !is(Status.TERMINATED, delegation)
                && (asCustomer(delegation) || asPartner(delegation));
    }

    /** @throws ProblemException {@code forbidden} to the partner while the relationship is suspended */
    void requireRead(Delegation delegation) {
        if (!asCustomer(delegation) && !is(Status.ACTIVE, delegation)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN, "The relationship is suspended: until it is resumed no permission holds.");
        }
    }

    /** @throws ProblemException {@code forbidden} unless the caller manages partners for the customer */
    void requireChange(Delegation delegation) {
        if (!isCustomers(delegation) || !access.holds(Permission.PARTNERS_MANAGE, delegation.customerId())) {
            throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
        }
    }

    private boolean asCustomer(Delegation delegation) {
        return isCustomers(delegation) && access.holds(Permission.PARTNERS_VIEW, delegation.customerId());
    }

    private boolean asPartner(Delegation delegation) {
        Caller caller = access.caller();
        return caller.belongsTo(delegation.partnerId()) && decisions.isMember(caller, delegation.relationshipId());
    }

    boolean isCustomers(Delegation delegation) {
        return access.caller().belongsTo(delegation.customerId());
    }

    private boolean is(Status status, Delegation delegation) {
        return state.relationship(delegation.relationshipId())
                .map(RelationshipState::status)
                .filter(status::equals)
                .isPresent();
    }
}
