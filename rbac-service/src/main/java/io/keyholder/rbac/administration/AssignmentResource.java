package io.keyholder.rbac.administration;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.AssignmentFilter;
import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.web.Audited;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who holds which role over which rooms. */
@Path("/assignments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class AssignmentResource {
    private final AssignmentStore assignments;
    private final AssignmentRequests requests;
    private final ContextAccess contexts;
    private final Changes changes;
    private final Pages pages;

    AssignmentResource(
            AssignmentStore assignments,
            AssignmentRequests requests,
            ContextAccess contexts,
            Changes changes,
            Pages pages) {
        this.assignments = assignments;
        this.requests = requests;
        this.contexts = contexts;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listAssignments",
            summary = "List assignments",
            description = "The own tenant's, or with `relationshipId` that relationship's: needs `roles:view` there, or"
                    + " as its customer `partners:view`. One's own, named by `principalType` and `principalId`, can"
                    + " always be listed.")
    public Page<AssignmentView> list(
            @BeanParam ListParameters listing,
            @BeanParam AssignmentSearch search,
            @Parameter(description = "The relationship. Absent: the own tenant.")
                    @QueryParam("relationshipId")
                    @Nullable
                    UUID relationshipId,
            @Parameter(description = "With `principalId`: of this user or group alone.") @QueryParam("principalType")
                    Principal.@Nullable Type principalType,
            @Parameter(description = "With `principalType`: its id.") @QueryParam("principalId") @Nullable
                    String principalId) {
        Context context = contexts.named(relationshipId);
        if (!contexts.isCaller(context, principalType, principalId)) {
            contexts.requireView(context);
        }
        AssignmentFilter filter = search.in(
                context,
                Optional.empty(),
                Optional.ofNullable(principalType),
                Optional.ofNullable(principalId),
                contexts.isMemberTenant(context));
        return pages.page(listing, assignments.search(filter), one -> requests.view(context, one));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getAssignment",
            summary = "Read an assignment",
            description = "Needs `roles:view` in its context, or `partners:view` as the relationship's customer.")
    public Answer<AssignmentView> get(@PathParam("id") UUID id) {
        AssignmentRequests.Seen seen = requests.see(id);
        contexts.requireView(seen.context());
        return Answer.of(requests.view(seen.context(), seen.assignment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeAssignment",
            summary = "Change an assignment",
            description =
                    "To give more by it, one must hold each of the role's permissions over the whole new scope and for"
                            + " the whole new time; to leave it less, `roles:modify` over its whole scope.")
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Answer<AssignmentView> change(@PathParam("id") UUID id, Body<AssignmentRequest> body) {
        return changes.run(() -> {
            AssignmentRequests.Target target = requests.lock(requests.changeable(id));
            AssignmentDetails before = target.details();
            AssignmentDetails after = body.patch(AssignmentRequest.of(before))
                    .asDetails(target.context().now().memberTenant(), Optional.of(before));
            return Answer.of(requests.change(target, after, changes::requireMatch));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteAssignment",
            summary = "Delete an assignment",
            description = "Needs `roles:modify` over its whole scope. Also the customer's, with `partners:manage`. A"
                    + " relationship keeps a Primary admin.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> delete(@PathParam("id") UUID id) {
        return changes.run(() -> {
            requests.end(requests.lock(requests.endable(id)));
            return Answer.deleted();
        });
    }
}
