package io.keyholder.rbac.assignment.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.rbac.assignment.application.AssignmentFilter;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The assignments of one role. */
@Path("/roles/{id}/assignments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class RoleAssignmentResource {
    private final Roles roles;
    private final AssignmentRequests requests;
    private final AssignmentPages pages;
    private final ContextAccess contexts;
    private final Changes changes;
    private final RequestAudit audit;

    RoleAssignmentResource(
            Roles roles,
            AssignmentRequests requests,
            AssignmentPages pages,
            ContextAccess contexts,
            Changes changes,
            RequestAudit audit) {
        this.roles = roles;
        this.requests = requests;
        this.pages = pages;
        this.contexts = contexts;
        this.changes = changes;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listAssignmentsOfRole",
            summary = "List a role's assignments",
            description = "Needs `roles:view` in its context, or `partners:view` as the relationship's customer.")
    public Page<AssignmentView> list(
            @PathParam("id") UUID id,
            @BeanParam ListParameters listing,
            @Parameter(description = "`name`, `createdAt`, or one with `-` before it.") @QueryParam("sort") @Nullable
                    String sort) {
        Context context = contexts.ofRole(roles.find(id));
        contexts.requireView(context);
        AssignmentFilter filter = new AssignmentFilter(
                context.id(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Sort.parse(sort, AssignmentFilter.SORTED_BY));
        return pages.page(listing, context, filter);
    }

    @POST
    @Operation(
            operationId = "assignRole",
            summary = "Assign a role",
            description =
                    "Needs `roles:modify`, and each of the role's permissions over the whole scope and for the"
                            + " whole time: nobody hands on what they do not hold. Tenant managers need `tenant-managers:manage`.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.CREATE)
    public Answer<AssignmentView> assign(@PathParam("id") UUID id, Body<AssignmentRequest> body) {
        return changes.run(() -> {
            Optional<Role> seen = roles.find(id);
            Context context = contexts.ofRole(seen);
            contexts.requireModify(context);
            seen.ifPresent(requests::requireMayName);
            return changes.once(body, request -> assigned(context, id, request));
        });
    }

    private Answer<AssignmentView> assigned(Context seen, UUID roleId, AssignmentRequest request) {
        Context context = contexts.lock(seen);
        Role role = roles.find(roleId).orElseThrow(ProblemException::notFound);
        audit.concerns(contexts.subject(context, null, Names.normal(request.name())));
        Assignment assignment = requests.assign(role, requests.grantable(context, role.permissions(), request));
        return Answer.created("/v1/assignments/" + assignment.id(), requests.view(context, assignment));
    }
}
