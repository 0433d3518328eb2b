package io.keyholder.invitation.invitation;

import io.keyholder.access.Permission;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Locked;
import io.keyholder.web.ProblemException;
import io.keyholder.web.change.Changes;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The invitation that a request is about, if the caller may know of it and do what it asks. Each refusal is recorded in the right log. */
@RequestScoped
class RequestedInvitation {
    private final InvitationStore invitations;
    private final InvitationAccess access;
    private final Changes changes;

    RequestedInvitation(InvitationStore invitations, InvitationAccess access, Changes changes) {
        this.invitations = invitations;
        this.access = access;
        this.changes = changes;
    }

    Invitation visible(UUID id) {
        requireVisible(id);
        return invitations.find(id).orElseThrow(ProblemException::notFound);
    }

    /** By the partner. */
    Locked<Invitation> answerable(UUID id) {
        Locked<Invitation> invitation = locked(id);
        require(Permission.INVITATIONS_RESPOND, access.mayAnswer(invitation.now()), "invited partner");
        return invitation;
    }

    /** By the customer. */
    Locked<Invitation> cancellable(UUID id) {
        Locked<Invitation> invitation = locked(id);
        require(Permission.PARTNERS_MANAGE, access.mayCancel(invitation.now()), "customer");
        return invitation;
    }

    private Locked<Invitation> locked(UUID id) {
        requireVisible(id);
        return invitations.lock(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * What the caller may not know of is neither loaded nor locked: that would take longer than what does not exist.
     *
     * @throws ProblemException {@code not-found}, the same for one that does not exist and one that the caller may not see;
     *     {@code forbidden} for an operator, again for both
     */
    private void requireVisible(UUID id) {
        Optional<InvitationStore.Sides> found = invitations.sidesOf(id);
        found.ifPresent(
                sides -> changes.concerns(AuditSubject.of(sides.customerId(), sides.id(), sides.partnerDomain())));
        access.tenant();
        if (found.filter(access::sees).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private static void require(Permission permission, boolean allowed, String side) {
        if (!allowed) {
            throw ProblemException.lacking(
                    "This needs the permission " + permission.permissionName() + " in the tenant of the " + side + ".");
        }
    }
}
