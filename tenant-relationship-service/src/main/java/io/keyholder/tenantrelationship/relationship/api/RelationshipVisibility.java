package io.keyholder.tenantrelationship.relationship.api;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.tenantrelationship.relationship.application.RelationshipFilter.PartnerSide;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which relationships the caller may know of. On the customer's side with {@code partners:view}; on the partner's with
 * that, as who may see invitations, or with a role in the relationship.
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

    boolean seesAsCustomer() {
        return access.holds(Permission.PARTNERS_VIEW, access.tenant());
    }

    PartnerSide asPartner() {
        if (seesAllAsPartner()) {
            return new PartnerSide.All();
        }
        Set<UUID> member = new HashSet<>();
        for (RelationshipState r : state.relationshipsOfPartner(access.tenant())) {
            if (decisions.isMember(access.caller(), r.id())) {
                member.add(r.id());
            }
        }
        return new PartnerSide.Some(member);
    }

    private boolean seesAllAsPartner() {
        return access.holds(Permission.PARTNERS_VIEW, access.tenant())
                || access.holds(Permission.INVITATIONS_VIEW, access.tenant());
    }
}
