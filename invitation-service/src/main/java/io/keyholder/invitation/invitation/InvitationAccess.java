package io.keyholder.invitation.invitation;

import io.keyholder.access.AccessState;
import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.invitation.invitation.model.PrimaryAdmins;
import io.keyholder.web.Access;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the caller may know of invitations, and do about them: those that its tenant sent, or received, each by a permission. */
@RequestScoped
class InvitationAccess {
    private final Access access;
    private final AccessState state;
    private final InvitationStore invitations;

    InvitationAccess(Access access, AccessState state, InvitationStore invitations) {
        this.access = access;
        this.state = state;
        this.invitations = invitations;
    }

    Caller caller() {
        return access.caller();
    }

    UUID tenant() {
        return access.tenant();
    }

    boolean seesSent() {
        return holds(Permission.PARTNERS_VIEW);
    }

    boolean seesReceived() {
        return holds(Permission.INVITATIONS_VIEW);
    }

    boolean sees(InvitationStore.Sides invitation) {
        boolean asSender = tenant().equals(invitation.customerId()) && seesSent();
        boolean asReceiver = tenant().equals(invitation.partnerId()) && seesReceived();
        return asSender || asReceiver;
    }

    boolean isSender(Invitation invitation) {
        return tenant().equals(invitation.customerId());
    }

    boolean maySend() {
        return holds(Permission.PARTNERS_MANAGE);
    }

    boolean mayCancel(Invitation invitation) {
        return isSender(invitation) && maySend();
    }

    boolean mayAnswer(Invitation invitation) {
        return tenant().equals(invitation.partnerId()) && holds(Permission.INVITATIONS_RESPOND);
    }

    /** Who is only a tenant manager, and so sees no rooms, may not give itself a role that does. */
    boolean mayName(PrimaryAdmins primaryAdmins) {
        return !primaryAdmins.mayInclude(caller()) || caller().globalAdmin() || holds(Permission.PARTNERS_MANAGE);
    }

    String nameOf(UUID tenantId) {
        return state.tenant(tenantId).map(TenantState::name).orElse("");
    }

    /** Who has ever invited the caller's tenant and is called so. Names are known in memory alone, so this comes before a search. */
    Set<UUID> invitersNamed(String text) {
        String key = Names.key(text);
        return invitations.customersThatInvited(tenant()).stream()
                .filter(customer -> Names.key(nameOf(customer)).contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean holds(Permission permission) {
        return access.holds(permission, tenant());
    }
}
