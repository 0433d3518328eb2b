package io.keyholder.tenantrelationship.tenant;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.tenantrelationship.invitation.InvitationStore;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which tenants the caller may know of: an operator all; others their own, and those they have a relationship with, as far
 * as they may see that; a partner's tenant managers also those that invite it.
 */
@RequestScoped
class TenantVisibility {
    private final Access access;
    private final AccessState state;
    private final Decisions decisions;
    private final InvitationStore invitations;

    TenantVisibility(Access access, AccessState state, Decisions decisions, InvitationStore invitations) {
        this.access = access;
        this.state = state;
        this.decisions = decisions;
        this.invitations = invitations;
    }

    boolean isOperator() {
        return access.caller().platformOperator();
    }

    String userId() {
        return access.caller().userId();
    }

    boolean isOwn(UUID tenantId) {
        return access.caller().belongsTo(tenantId);
    }

    boolean isOwnGlobalAdmin(UUID tenantId) {
        return isOwn(tenantId) && access.caller().globalAdmin();
    }

    /** Of another tenant others see high-level metadata alone. */
    boolean seesAllOf(UUID tenantId) {
        return isOperator() || isOwn(tenantId);
    }

    /** What waits for the tenant's consent, or did. */
    boolean seesChangesOf(UUID tenantId) {
        return isOperator() || (isOwn(tenantId) && access.holds(Permission.SETTINGS_VIEW, tenantId));
    }

    boolean sees(UUID tenantId) {
        return sight().map(sight -> sight.visible().contains(tenantId)).orElse(true);
    }

    /** Empty: all. */
    Optional<TenantQuery.Sight> sight() {
        if (isOperator()) {
            return Optional.empty();
        }
        UUID own = access.tenant();
        Set<UUID> visible = new HashSet<>();
        visible.add(own);
        boolean seesPartners = access.holds(Permission.PARTNERS_VIEW, own);
        boolean seesInvitations = access.holds(Permission.INVITATIONS_VIEW, own);
        if (seesPartners) {
            state.relationshipsOfCustomer(own).forEach(r -> visible.add(r.partnerId()));
        }
        for (RelationshipState r : state.relationshipsOfPartner(own)) {
            if (seesPartners || seesInvitations || isMember(access.caller(), r)) {
                visible.add(r.customerId());
            }
        }
        if (seesInvitations) {
            visible.addAll(invitations.invitersOf(own));
        }
        return Optional.of(new TenantQuery.Sight(own, visible));
    }

    private boolean isMember(Caller caller, RelationshipState relationship) {
        return decisions.isMember(caller, relationship.id());
    }
}
