package io.keyholder.tenantrelationship.relationship;

import io.keyholder.access.AccessState;
import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.TenantState;
import io.keyholder.record.Locked;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The links between customers and partners. */
@Path("/relationships")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relationships", description = "The links between customers and partners.")
class RelationshipResource {
    private final RelationshipStore relationships;
    private final RelationshipCommands commands;
    private final RelationshipVisibility visibility;
    private final AccessState state;
    private final Access access;
    private final Changes changes;
    private final Pages pages;

    RelationshipResource(
            RelationshipStore relationships,
            RelationshipCommands commands,
            RelationshipVisibility visibility,
            AccessState state,
            Access access,
            Changes changes,
            Pages pages) {
        this.relationships = relationships;
        this.commands = commands;
        this.visibility = visibility;
        this.state = state;
        this.access = access;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRelationships",
            summary = "List relationships",
            description = "Those of the caller's tenant that the caller may see, the newest first; terminated ones when"
                    + " asked for.")
    public Page<RelationshipView> list(@BeanParam ListParameters listing, @BeanParam RelationshipSearch search) {
        return pages.page(listing, relationships.search(search, visibility.sight()), RelationshipView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRelationship",
            summary = "Read a relationship",
            description = "Also one that has ended.")
    public Answer<RelationshipView> get(@PathParam("id") UUID id) {
        return Answer.of(view(visible(relationships.get(id))));
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
            Locked<Relationship> relationship = lockedToManage(id);
            return changes.once(
                    () -> Answer.of(view(changes.orThrow(commands.suspend(relationship, changes.provenance())))));
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
            Locked<Relationship> relationship = lockedToManage(id);
            return changes.once(
                    () -> Answer.of(view(changes.orThrow(commands.resume(relationship, changes.provenance())))));
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
            Locked<Relationship> relationship = lockedAndVisible(id);
            if (!visibility.mayTerminate(relationship.now())) {
                throw ProblemException.lacking(
                        "This needs the permission " + Permission.PARTNERS_MANAGE.permissionName()
                                + " of the customer, or the role Primary admin for it.");
            }
            changes.requireMatch(view(relationship.now()));
            changes.orThrow(commands.terminate(relationship, changes.provenance()));
            return Answer.deleted();
        });
    }

    private Locked<Relationship> lockedToManage(UUID id) {
        Locked<Relationship> relationship = lockedAndVisible(id);
        access.require(Permission.PARTNERS_MANAGE, visibility.manages(relationship.now()));
        return relationship;
    }

    /** Locked for its own sides; others' refusal is recorded under what is merely found. */
    private Locked<Relationship> lockedAndVisible(UUID id) {
        Optional<Locked<Relationship>> locked =
                Optional.ofNullable(access.caller().tenantId()).flatMap(tenant -> relationships.lockOf(tenant, id));
        visible(locked.map(Locked::now).or(() -> relationships.get(id)));
        return locked.orElseThrow(ProblemException::notFound);
    }

    private Relationship visible(Optional<Relationship> found) {
        // By the name that is known in memory: what the caller may not know of takes no longer than what does not
        // exist.
        found.ifPresent(relationship -> changes.concerns(RelationshipRecords.subject(
                relationship,
                state.tenant(relationship.partnerId()).map(TenantState::name).orElse(""))));
        // Before it matters whether it was found: an operator, who belongs to no tenant, cannot tell what exists.
        access.tenant();
        return found.filter(visibility::sees).orElseThrow(ProblemException::notFound);
    }

    private RelationshipView view(Relationship relationship) {
        return RelationshipView.of(relationships.named(relationship));
    }
}
