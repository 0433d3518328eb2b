package io.keyholder.invitation.api;

import io.keyholder.invitation.application.InvitationTime;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.AuditSubject;
import io.keyholder.web.audit.RequestAudit;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The invitation that a request is about: as it is now, if the caller may know of it, and noted for the audit log if not. */
@RequestScoped
class InvitationSubjects {
    private final Access access;
    private final InvitationVisibility visibility;
    private final RequestAudit audit;
    private final InvitationTime time;

    InvitationSubjects(Access access, InvitationVisibility visibility, RequestAudit audit, InvitationTime time) {
        this.access = access;
        this.visibility = visibility;
        this.audit = audit;
        this.time = time;
    }

    /**
     * @throws ProblemException {@code not-found}, the same for one that does not exist and one that the caller may not see;
     *     {@code forbidden} for an operator, again for both
     */
    Invitation visible(Optional<Invitation> found) {
        found.ifPresent(i -> audit.concerns(new AuditSubject(
                i.customerId(), null, i.id().toString(), i.offer().partnerDomain())));
        access.tenant();
        return found.filter(visibility::sees)
                .orElseThrow(ProblemException::notFound)
                .at(time.now());
    }
}
