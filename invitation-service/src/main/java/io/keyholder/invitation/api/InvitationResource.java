package io.keyholder.invitation.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.invitation.application.InvitationFilter;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.application.SendInvitation;
import io.keyholder.invitation.application.SendInvitation.Outcome;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.invitation.domain.Offer;
import io.keyholder.problems.InvitationProblem;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.AuditSubject;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Sends invitations and shows them to both sides. */
@Path("/invitations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "Customers' offers to partners, until they are answered.")
class InvitationResource {
    private final Invitations invitations;
    private final SendInvitation sendInvitation;
    private final InvitationSubjects subjects;
    private final InvitationLists lists;
    private final InvitationViews views;
    private final OfferRules offerRules;
    private final Access access;
    private final Changes changes;
    private final RequestAudit audit;
    private final Pages pages;

    InvitationResource(
            Invitations invitations,
            SendInvitation sendInvitation,
            InvitationSubjects subjects,
            InvitationLists lists,
            InvitationViews views,
            OfferRules offerRules,
            Access access,
            Changes changes,
            RequestAudit audit,
            Pages pages) {
        this.invitations = invitations;
        this.sendInvitation = sendInvitation;
        this.subjects = subjects;
        this.lists = lists;
        this.views = views;
        this.offerRules = offerRules;
        this.access = access;
        this.changes = changes;
        this.audit = audit;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listInvitations",
            summary = "List invitations",
            description = "Those the caller's tenant has sent or received and the caller may see, the newest first.")
    public Page<InvitationView> list(
            @BeanParam ListParameters listing,
            @Parameter(description = "Sent or received ones; without it both.") @QueryParam("box")
                    InvitationLists.@Nullable Box box,
            @Parameter(description = "Any of these; without it the pending ones.") @QueryParam("status") @Nullable
                    List<InvitationStatus> status,
            @Parameter(description = "Of this customer alone.") @QueryParam("customerId") @Nullable UUID customerId,
            @Parameter(description = "A part of the partner's domain, or of the inviting customer's name.")
                    @QueryParam("q")
                    @Nullable
                    String q,
            @Parameter(description = "These alone.") @QueryParam("ids") @Nullable List<UUID> ids,
            @Parameter(description = "Changed then or later.") @QueryParam("updatedSince") @Nullable
                    Instant updatedSince,
            @Parameter(description = "`createdAt`, `expiresAt` or `partnerDomain`, or with - before it.")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        InvitationFilter filter = lists.filter(box, status, customerId, q, ids, updatedSince, sort);
        PageRequest page = pages.requested(listing);
        List<Invitation> found = invitations.list(filter, page.after(), page.limit() + 1).stream()
                .map(invitation -> invitation.at(filter.now()))
                .toList();
        return pages.page(
                page,
                found,
                i -> InvitationLists.keysOf(i, filter.sort()),
                () -> invitations.count(filter),
                views::view);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getInvitation",
            summary = "Read an invitation",
            description = "Also one that was answered. What is shown depends on the caller's side.")
    public Answer<InvitationView> get(@PathParam("id") UUID id) {
        Invitation invitation = subjects.visible(id);
        return Answer.of(views.view(invitation));
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
            access.requireOwn(Permission.PARTNERS_MANAGE);
            return changes.once(body, this::send);
        });
    }

    private Answer<InvitationView> send(InvitationRequest request) {
        UUID customerId = access.tenant();
        offerRules.check(request, customerId);
        Offer offer = request.asOffer();
        audit.concerns(new AuditSubject(customerId, null, null, offer.partnerDomain()));
        return switch (sendInvitation.send(customerId, offer, access.caller().userId(), audit.provenance())) {
            case Outcome.Sent sent ->
                Answer.created("/v1/invitations/" + sent.invitation().id(), views.view(sent.invitation()));
            case Outcome.PartnerNotAvailable unavailable ->
                throw ProblemException.of(InvitationProblem.PARTNER_NOT_AVAILABLE);
            case Outcome.AlreadyPending pending -> throw ProblemException.of(InvitationProblem.INVITATION_EXISTS);
            case Outcome.TooMany tooMany -> throw Refusals.of(tooMany.limit());
            case Outcome.AlreadyRelated related -> throw ProblemException.of(RelationshipProblem.RELATIONSHIP_EXISTS);
        };
    }
}
