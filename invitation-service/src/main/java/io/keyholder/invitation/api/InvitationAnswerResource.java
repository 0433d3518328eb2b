package io.keyholder.invitation.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.invitation.application.AnswerInvitation;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.Transition;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends an invitation: the partner accepts or denies it, or the customer cancels it. */
@Path("/invitations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
class InvitationAnswerResource {
    private final AnswerInvitation answerInvitation;
    private final AcceptanceRules acceptanceRules;
    private final InvitationSubjects subjects;
    private final InvitationVisibility visibility;
    private final InvitationViews views;
    private final Access access;
    private final Changes changes;
    private final RequestAudit audit;

    InvitationAnswerResource(
            AnswerInvitation answerInvitation,
            AcceptanceRules acceptanceRules,
            InvitationSubjects subjects,
            InvitationVisibility visibility,
            InvitationViews views,
            Access access,
            Changes changes,
            RequestAudit audit) {
        this.answerInvitation = answerInvitation;
        this.acceptanceRules = acceptanceRules;
        this.subjects = subjects;
        this.visibility = visibility;
        this.views = views;
        this.access = access;
        this.changes = changes;
        this.audit = audit;
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description = "Establishes the relationship and names its first Primary admins. Who accepts gets no role by"
                    + " it; a tenant manager may name neither themselves nor a group they are in.")
    @Audited(category = AuditEntry.Category.PARTNER_INVITATION, operation = AuditEntry.Operation.UPDATE)
    public Answer<InvitationView> accept(@PathParam("id") UUID id, Body<AcceptRequest> body) {
        return changes.run(() -> {
            Invitation invitation = answerable(id);
            return changes.once(
                    body,
                    request -> done(answerInvitation.accept(
                            invitation,
                            acceptanceRules.check(request, invitation),
                            access.caller().userId(),
                            audit.provenance())));
        });
    }

    @POST
    @Path("/{id}/deny")
    @Operation(
            operationId = "denyInvitation",
            summary = "Deny an invitation",
            description = "Ends it: the customer would have to send a new one.")
    @Audited(category = AuditEntry.Category.PARTNER_INVITATION, operation = AuditEntry.Operation.UPDATE)
    public Answer<InvitationView> deny(@PathParam("id") UUID id, Body<DenyRequest> body) {
        return changes.run(() -> {
            Invitation invitation = answerable(id);
            return changes.once(
                    body,
                    request -> done(answerInvitation.deny(
                            invitation, request.spoken(), access.caller().userId(), audit.provenance())));
        });
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelInvitation",
            summary = "Cancel an invitation",
            description = "The customer takes back an invitation that is not answered yet.")
    @Audited(category = AuditEntry.Category.PARTNER_INVITATION, operation = AuditEntry.Operation.UPDATE)
    public Answer<InvitationView> cancel(@PathParam("id") UUID id, Body<CancelRequest> body) {
        return changes.run(() -> {
            Invitation invitation = subjects.locked(id);
            if (!visibility.mayCancel(invitation)) {
                throw lacking(Permission.PARTNERS_MANAGE, "customer");
            }
            return changes.once(
                    body,
                    request -> done(
                            answerInvitation.cancel(invitation, access.caller().userId(), audit.provenance())));
        });
    }

    private Invitation answerable(UUID id) {
        Invitation invitation = subjects.locked(id);
        if (!visibility.mayAnswer(invitation)) {
            throw lacking(Permission.INVITATIONS_RESPOND, "invited partner");
        }
        return invitation;
    }

    private static ProblemException lacking(Permission permission, String side) {
        return ProblemException.lacking(
                "This needs the permission " + permission.permissionName() + " in the tenant of the " + side + ".");
    }

    private Answer<InvitationView> done(Transition transition) {
        return switch (transition) {
            case Transition.Done done -> Answer.of(views.view(done.invitation()));
            case Transition.Withdrawn withdrawn ->
                changes.refused(Refusals.notPending(withdrawn.invitation().status()));
            case Transition.NotPending ended -> throw Refusals.notPending(ended.status());
        };
    }
}
