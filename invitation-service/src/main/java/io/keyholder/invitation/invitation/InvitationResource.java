package io.keyholder.invitation.invitation;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.invitation.invitation.model.InvitationStatus;
import io.keyholder.invitation.invitation.model.Offer;
import io.keyholder.invitation.invitation.model.PrimaryAdmins;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Violation;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Invitations: the customer sends and cancels them, the partner accepts or denies them, both see them. */
@Path("/invitations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "Customers' offers to partners, until they are answered.")
class InvitationResource {
    private static final String NOT_ITSELF =
            "A tenant manager may name neither themselves nor a group they are in. Name others, or ask a Global admin or"
                    + " managed service administrator to accept.";
    private static final String GROUPS_UNKNOWN =
            " Your token does not list all of your groups, so that you may name users alone.";

    private final InvitationStore invitations;
    private final InvitationCommands commands;
    private final OfferRules offerRules;
    private final RequestedInvitation requested;
    private final InvitationAccess access;
    private final Changes changes;
    private final Pages pages;

    InvitationResource(
            InvitationStore invitations,
            InvitationCommands commands,
            OfferRules offerRules,
            RequestedInvitation requested,
            InvitationAccess access,
            Changes changes,
            Pages pages) {
        this.invitations = invitations;
        this.commands = commands;
        this.offerRules = offerRules;
        this.requested = requested;
        this.access = access;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations",
            description = "Those the caller's tenant has sent or received and the caller may see, the newest first.")
    public Page<InvitationView> list(@BeanParam ListParameters listing, @BeanParam InvitationSearch search) {
        return pages.page(
                listing,
                invitations.search(search.filter(access)),
                invitation -> InvitationView.of(invitation, access));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getInvitation",
            summary = "Read an invitation",
            description = "Also one that was answered. What is shown depends on the caller's side.")
    public Answer<InvitationView> get(@PathParam("id") UUID id) {
        return Answer.of(InvitationView.of(requested.visible(id), access));
    }

    @POST
    @Operation(
            operationId = "sendInvitation",
            summary = "Invite a partner",
            description =
                    "Offers a partner, by its domain, to manage rooms. The partner's name is shown once it accepts.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.PARTNER_INVITATION, operation = AuditEntry.Operation.CREATE)
    public Answer<InvitationView> send(Body<InvitationRequest> body) {
        return changes.run(() -> {
            if (!access.maySend()) {
                throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
            }
            return changes.once(body, this::send);
        });
    }

    private Answer<InvitationView> send(InvitationRequest request) {
        UUID customerId = access.tenant();
        List<Violation> violations = offerRules.violations(request, customerId);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        Offer offer = request.asOffer();
        changes.concerns(new AuditSubject(customerId, null, null, offer.partnerDomain()));
        Invitation sent = changes.orThrow(commands.send(customerId, offer, userId(), changes.provenance()));
        return Answer.created("/v1/invitations/" + sent.id(), InvitationView.of(sent, access));
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
            Locked<Invitation> invitation = requested.answerable(id);
            return changes.once(body, request -> accept(invitation, request.named(access.tenant())));
        });
    }

    private Answer<InvitationView> accept(Locked<Invitation> invitation, PrimaryAdmins primaryAdmins) {
        if (!access.mayName(primaryAdmins)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    access.caller().groupsComplete() ? NOT_ITSELF : NOT_ITSELF + GROUPS_UNKNOWN);
        }
        Invitation decided =
                changes.orThrow(commands.accept(invitation, primaryAdmins, userId(), changes.provenance()));
        if (decided.status() == InvitationStatus.ACCEPTED) {
            return Answer.of(InvitationView.of(decided, access));
        }
        Refused<Invitation> withdrawn = decided.notPending();
        return changes.refused(ProblemException.of(withdrawn.type(), withdrawn.detail()));
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
            Locked<Invitation> invitation = requested.answerable(id);
            return changes.once(
                    body,
                    request -> answer(commands.deny(invitation, request.spoken(), userId(), changes.provenance())));
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
            Locked<Invitation> invitation = requested.cancellable(id);
            return changes.once(body, request -> answer(commands.cancel(invitation, userId(), changes.provenance())));
        });
    }

    private Answer<InvitationView> answer(Outcome<Invitation> outcome) {
        return Answer.of(InvitationView.of(changes.orThrow(outcome), access));
    }

    private String userId() {
        return access.caller().userId();
    }
}
