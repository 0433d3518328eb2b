package io.keyholder.invitation.api;

import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.record.AuditSubject;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The invitation that a request is about: as it is now, if the caller may know of it, and noted for the audit log if not. */
@RequestScoped
class InvitationSubjects {
    private final Invitations invitations;
    private final Access access;
    private final InvitationVisibility visibility;
    private final RequestAudit audit;
    private final Clock clock;

    InvitationSubjects(
            Invitations invitations, Access access, InvitationVisibility visibility, RequestAudit audit, Clock clock) {
        this.invitations = invitations;
        this.access = access;
        this.visibility = visibility;
        this.audit = audit;
        this.clock = clock;
    }

    Invitation visible(UUID id) {
        requireVisible(id);
        return asNow(invitations.find(id));
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Invitation locked(UUID id) {
        requireVisible(id);
        return asNow(invitations.lock(id));
    }

    private Invitation asNow(Optional<Invitation> found) {
        return found.orElseThrow(ProblemException::notFound).at(clock.instant());
    }

    /**
     * What the caller may not know of is neither loaded nor locked: that would take longer than what does not exist.
     *
     * @throws ProblemException {@code not-found}, the same for one that does not exist and one that the caller may not see;
     *     {@code forbidden} for an operator, again for both
     */
    private void requireVisible(UUID id) {
        Optional<Invitations.Sides> found = invitations.sidesOf(id);
        found.ifPresent(
                i -> audit.concerns(new AuditSubject(i.customerId(), null, i.id().toString(), i.partnerDomain())));
        access.tenant();
        if (found.filter(visibility::sees).isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
