package io.keyholder.tenantrelationship.relationship.api;

import io.keyholder.access.AccessState;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.TenantState;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.AuditSubject;
import io.keyholder.tenantrelationship.relationship.application.ChangeRelationship;
import io.keyholder.tenantrelationship.relationship.application.RelationshipFilter;
import io.keyholder.tenantrelationship.relationship.application.Relationships;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.Transition;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The links between customers and partners. */
@Path("/relationships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relationships", description = "The links between customers and partners.")
class RelationshipResource {
    private final Relationships relationships;
    private final ChangeRelationship changeRelationship;
    private final RelationshipVisibility visibility;
    private final RelationshipViews views;
    private final AccessState state;
    private final Access access;
    private final Decisions decisions;
    private final Changes changes;
    private final RequestAudit audit;
    private final Pages pages;

    RelationshipResource(
            Relationships relationships,
            ChangeRelationship changeRelationship,
            RelationshipVisibility visibility,
            RelationshipViews views,
            AccessState state,
            Access access,
            Decisions decisions,
            Changes changes,
            RequestAudit audit,
            Pages pages) {
        this.relationships = relationships;
        this.changeRelationship = changeRelationship;
        this.visibility = visibility;
        this.views = views;
        this.state = state;
        this.access = access;
        this.decisions = decisions;
        this.changes = changes;
        this.audit = audit;
        this.pages = pages;
    }

    /** The two sides a tenant can be on. */
    enum SideFilter {
        CUSTOMER,
        PARTNER
    }

    @GET
    @Operation(
            operationId = "listRelationships",
            summary = "List relationships",
            description = "Those of the caller's tenant that the caller may see, the newest first; terminated ones when"
                    + " asked for.")
    public Page<RelationshipView> list(
            @BeanParam ListParameters listing,
            @QueryParam("side") @Nullable SideFilter side,
            @Parameter(description = "Any of these; without it those that have not been terminated.")
                    @QueryParam("status")
                    @Nullable
                    List<RelationshipFilter.Status> status,
            @QueryParam("q") @Nullable String q,
            @Parameter(description = "These alone.") @QueryParam("ids") @Nullable List<UUID> ids,
            @Parameter(description = "Changed then or later.") @QueryParam("updatedSince") @Nullable
                    Instant updatedSince,
            @Parameter(
                            description =
                                    "`establishedAt`, `createdAt`, which is the same, or the other side's `name`, or"
                                            + " with - before it.")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        RelationshipFilter filter = new RelationshipFilter(
                access.tenant(),
                side != SideFilter.PARTNER && visibility.seesAsCustomer(),
                side == SideFilter.CUSTOMER
                        ? new RelationshipFilter.PartnerSide.Some(Set.of())
                        : visibility.asPartner(),
                status == null || status.isEmpty() ? RelationshipFilter.Status.LIVING : EnumSet.copyOf(status),
                Optional.ofNullable(q),
                ids == null ? Set.of() : Set.copyOf(ids),
                Optional.ofNullable(updatedSince),
                Sort.parseLatestFirst(sort, RelationshipFilter.SORTED_BY));
        PageRequest page = pages.requested(listing);
        return pages.page(
                page,
                relationships.list(filter, page.after(), page.limit() + 1),
                r -> List.of(
                        filter.sort().field().equals("name")
                                ? Names.key(views.nameOf(r.otherSideThan(access.tenant())))
                                : r.establishedAt().toString(),
                        r.id().toString()),
                () -> relationships.count(filter),
                views::view);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRelationship",
            summary = "Read a relationship",
            description = "Also one that has ended.")
    public Answer<RelationshipView> get(@PathParam("id") UUID id) {
        Relationship relationship = visible(relationships.find(id));
        return Answer.of(views.view(relationship));
    }

    @POST
    @Path("/{id}/suspend")
    @Operation(
            operationId = "suspendRelationship",
            summary = "Suspend a relationship",
            description = "The customer's kill switch: no partner permission holds until it is resumed.")
    @Audited(category = AuditEntry.Category.RELATIONSHIP, operation = AuditEntry.Operation.UPDATE)
    public Answer<RelationshipView> suspend(@PathParam("id") UUID id) {
        return changes.run(() -> {
            Relationship relationship = managedByCustomer(id);
            return changes.once(() -> done(changeRelationship.suspend(relationship, audit.provenance())));
        });
    }

    @POST
    @Path("/{id}/resume")
    @Operation(
            operationId = "resumeRelationship",
            summary = "Resume a relationship",
            description = "Roles and assignments were kept and hold again.")
    @Audited(category = AuditEntry.Category.RELATIONSHIP, operation = AuditEntry.Operation.UPDATE)
    public Answer<RelationshipView> resume(@PathParam("id") UUID id) {
        return changes.run(() -> {
            Relationship relationship = managedByCustomer(id);
            return changes.once(() -> done(changeRelationship.resume(relationship, audit.provenance())));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "terminateRelationship",
            summary = "Terminate a relationship",
            description =
                    "By the customer's administrators, or a Primary admin of the partner for this customer. Ends the"
                            + " delegation and deletes the relationship's roles and assignments. It can still be read.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.RELATIONSHIP, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> terminate(@PathParam("id") UUID id) {
        return changes.run(() -> {
            Relationship relationship = visible(locked(id));
            requireTerminator(relationship);
            changes.requireMatch(views.view(relationship));
            done(changeRelationship.terminate(relationship, audit.provenance()));
            return Answer.deleted();
        });
    }

    private Relationship managedByCustomer(UUID id) {
        Relationship relationship = visible(locked(id));
        if (!access.caller().belongsTo(relationship.customerId())
                || !access.holds(Permission.PARTNERS_MANAGE, relationship.customerId())) {
            throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
        }
        return relationship;
    }

    private void requireTerminator(Relationship relationship) {
        boolean customer = access.caller().belongsTo(relationship.customerId())
                && access.holds(Permission.PARTNERS_MANAGE, relationship.customerId());
        if (!customer && !decisions.isPrimaryAdmin(access.caller(), relationship.id())) {
            throw ProblemException.lacking("This needs the permission " + Permission.PARTNERS_MANAGE.permissionName()
                    + " of the customer, or the role Primary admin for it.");
        }
    }

    /** Locked for its own sides; others' refusal is recorded under what is merely found. */
    private Optional<Relationship> locked(UUID id) {
        return Optional.ofNullable(access.caller().tenantId())
                .flatMap(tenant -> relationships.lockOf(tenant, id))
                .or(() -> relationships.find(id));
    }

    private Relationship visible(Optional<Relationship> found) {
        found.ifPresent(r -> audit.concerns(new AuditSubject(
                r.customerId(),
                r.id(),
                r.id().toString(),
                state.tenant(r.partnerId()).map(TenantState::name).orElse(""))));
        // Before it matters whether it was found: an operator, who belongs to no tenant, cannot tell what exists.
        access.tenant();
        return found.filter(visibility::sees).orElseThrow(ProblemException::notFound);
    }

    private Answer<RelationshipView> done(Transition transition) {
        return switch (transition) {
            case Transition.Done done -> Answer.of(views.view(done.relationship()));
            case Transition.WrongState wrong -> throw wrongState(wrong.state());
        };
    }

    private static ProblemException wrongState(Relationship.State state) {
        return ProblemException.of(
                RelationshipProblem.RELATIONSHIP_NOT_ACTIVE,
                switch (state) {
                    case Relationship.State.Active active -> "The relationship is active already.";
                    case Relationship.State.Suspended suspended -> "The relationship is suspended already.";
                    case Relationship.State.Terminated terminated -> "The relationship has been terminated.";
                });
    }
}
