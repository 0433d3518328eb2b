package io.keyholder.invitation.api;

import io.keyholder.access.Permission;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;

/** Which invitations the caller may know of: those its tenant sent, or received, with the permission for either. */
@RequestScoped
class InvitationVisibility {
    private final Access access;

    InvitationVisibility(Access access) {
        this.access = access;
    }

    boolean seesSent() {
        return access.holds(Permission.PARTNERS_VIEW, access.tenant());
    }

    boolean seesReceived() {
        return access.holds(Permission.INVITATIONS_VIEW, access.tenant());
    }

    boolean sees(Invitations.Sides invitation) {
        boolean asSender = access.tenant().equals(invitation.customerId()) && seesSent();
        boolean asReceiver = access.tenant().equals(invitation.partnerId()) && seesReceived();
        return asSender || asReceiver;
    }

    boolean maySend() {
        return access.holds(Permission.PARTNERS_MANAGE, access.tenant());
    }

    boolean mayCancel(Invitation invitation) {
        return isSentBy(invitation) && maySend();
    }

    boolean mayAnswer(Invitation invitation) {
        return access.tenant().equals(invitation.partnerId())
                && access.holds(Permission.INVITATIONS_RESPOND, access.tenant());
    }

    private boolean isSentBy(Invitation invitation) {
        return access.tenant().equals(invitation.customerId());
    }
}
