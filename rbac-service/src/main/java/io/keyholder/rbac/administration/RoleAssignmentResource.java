package io.keyholder.rbac.administration;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.rbac.assignment.AssignmentFilter;
import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Locked;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.keyholder.web.text.Names;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
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

/** The assignments of one role. */
@Path("/roles/{id}/assignments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class RoleAssignmentResource {
    private final RoleStore roles;
    private final AssignmentStore assignments;
    private final RoleRequests roleRequests;
    private final AssignmentRequests requests;
    private final ContextAccess contexts;
    private final Changes changes;
    private final Pages pages;

    RoleAssignmentResource(
            RoleStore roles,
            AssignmentStore assignments,
            RoleRequests roleRequests,
            AssignmentRequests requests,
            ContextAccess contexts,
            Changes changes,
            Pages pages) {
        this.roles = roles;
        this.assignments = assignments;
        this.roleRequests = roleRequests;
        this.requests = requests;
        this.contexts = contexts;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listAssignmentsOfRole",
            summary = "List a role's assignments",
            description = "Needs `roles:view` in its context, or `partners:view` as the relationship's customer.")
    public Page<AssignmentView> list(
            @PathParam("id") UUID id, @BeanParam ListParameters listing, @BeanParam AssignmentSearch search) {
        Context context = roleRequests.see(id).context();
        contexts.requireView(context);
        AssignmentFilter filter = search.in(
                context, Optional.of(id), Optional.empty(), Optional.empty(), contexts.isMemberTenant(context));
        return pages.page(listing, assignments.search(filter), one -> requests.view(context, one));
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
            RoleRequests.Seen seen = roleRequests.see(id);
            contexts.requireModify(seen.context());
            requests.requireMayName(seen.role());
            return changes.once(body, request -> assigned(seen, request));
        });
    }

    private Answer<AssignmentView> assigned(RoleRequests.Seen seen, AssignmentRequest request) {
        Locked<Context> context = contexts.lock(seen.context());
        Role role = roles.in(context, seen.role().id()).map(Locked::now).orElseThrow(ProblemException::notFound);
        changes.concerns(contexts.subject(context.now(), null, Names.normal(request.name())));
        Assignment assignment = requests.assign(role, requests.grantable(context, role.permissions(), request));
        return Answer.created("/v1/assignments/" + assignment.id(), requests.view(context.now(), assignment));
    }
}
