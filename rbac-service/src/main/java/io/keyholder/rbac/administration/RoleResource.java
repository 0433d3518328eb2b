package io.keyholder.rbac.administration;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.ContextOfBody;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.RoleCommands;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.record.Locked;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Roles of the own tenant and of relationships. */
@Path("/roles")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "Named sets of permissions, of a tenant's own or of one relationship.")
class RoleResource {
    private static final String DELETED_ASSIGNMENTS = "Keyholder-Deleted-Assignments";

    private final RoleStore roles;
    private final RoleCommands commands;
    private final RoleRequests requests;
    private final AssignmentRequests assignments;
    private final ContextAccess contexts;
    private final Changes changes;
    private final Pages pages;

    RoleResource(
            RoleStore roles,
            RoleCommands commands,
            RoleRequests requests,
            AssignmentRequests assignments,
            ContextAccess contexts,
            Changes changes,
            Pages pages) {
        this.roles = roles;
        this.commands = commands;
        this.requests = requests;
        this.assignments = assignments;
        this.contexts = contexts;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRoles",
            summary = "List roles",
            description = "The own tenant's, or with `relationshipId` that relationship's: needs `roles:view` there, or"
                    + " as its customer `partners:view`.")
    public Page<RoleView> list(@BeanParam ListParameters listing, @BeanParam RoleSearch search) {
        Context context = contexts.named(search.relationshipId);
        contexts.requireView(context);
        return pages.page(listing, roles.search(search.in(context)), RoleView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRole",
            summary = "Read a role",
            description = "Needs `roles:view` in its context, or `partners:view` as the relationship's customer.")
    public Answer<RoleView> get(@PathParam("id") UUID id) {
        return Answer.of(RoleView.of(requests.readable(id)));
    }

    @POST
    @Operation(
            operationId = "createRole",
            summary = "Create a custom role",
            description = "Needs `roles:modify` in the context, and each of the permissions: nobody hands on what they"
                    + " do not hold. A relationship's roles are its partner's to create. It may be a copy of another,"
                    + " and be assigned at once.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.ROLE, operation = AuditEntry.Operation.CREATE)
    public Answer<RoleView> create(
            @Parameter(description = "The relationship, if the body does not name it.")
                    @QueryParam("relationshipId")
                    @Nullable
                    UUID relationshipId,
            Body<RoleRequest> body) {
        return changes.run(() -> {
            Context seen = contexts.named(
                    relationshipId == null ? ContextOfBody.relationshipId(body).orElse(null) : relationshipId);
            contexts.requireModify(seen);
            return changes.once(body, request -> created(seen, relationshipId, request));
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeRole",
            summary = "Change a custom role",
            description =
                    "A permission that is added must be held over all that, and as long as, the role is assigned; to"
                            + " remove one needs `roles:modify` over all of that.")
    @Audited(category = AuditEntry.Category.ROLE, operation = AuditEntry.Operation.UPDATE)
    public Answer<RoleView> change(@PathParam("id") UUID id, Body<RoleChangeRequest> body) {
        return changes.run(() -> {
            RoleRequests.Target target = requests.lockedToModify(id);
            Role present = target.role().now();
            RoleDetails details = requests.details(target.context().now(), body.patch(RoleChangeRequest.of(present)));
            requests.requireMayChange(target, details.permissions());
            changes.requireMatch(RoleView.of(present));
            return Answer.of(RoleView.of(
                    changes.orThrow(commands.change(target.context(), target.role(), details, changes.provenance()))));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteRole",
            summary = "Delete a custom role",
            description =
                    "With its assignments, and says how many. Needs `roles:modify` over all that it is assigned over."
                            + " Also the customer's, with `partners:manage`.")
    @APIResponse(
            responseCode = "204",
            description = "Deleted.",
            headers =
                    @Header(
                            name = DELETED_ASSIGNMENTS,
                            description = "How many assignments went with it.",
                            schema = @Schema(type = SchemaType.INTEGER)))
    @Audited(category = AuditEntry.Category.ROLE, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> delete(@PathParam("id") UUID id) {
        return changes.run(() -> {
            RoleRequests.Target target = requests.lockedToRemove(id);
            requests.requireMayDelete(target);
            changes.requireMatch(RoleView.of(target.role().now()));
            long given = assignments.count(target.role());
            changes.orThrow(commands.delete(target.role(), changes.provenance()));
            return Answer.<Void>deleted().with(DELETED_ASSIGNMENTS, Long.toString(given));
        });
    }

    private Answer<RoleView> created(Context seen, @Nullable UUID relationshipId, RoleRequest request) {
        if (relationshipId != null
                && request.relationshipId() != null
                && !relationshipId.equals(request.relationshipId())) {
            throw ProblemException.invalid(
                    "relationshipId", ViolationCode.CONTRADICTORY, "is not the one that the query names");
        }
        Locked<Context> context = contexts.lock(seen);
        RoleDetails details = requests.details(context.now(), request);
        changes.concerns(contexts.subject(context.now(), null, details.name()));
        requests.requireMayCreate(context, details.permissions());
        Optional<AssignmentDetails> first = first(context, details, request.assignment());
        Role role = changes.orThrow(commands.create(context, details, changes.provenance()));
        AssignmentView assigned = first.map(
                        grantable -> assignments.view(context.now(), assignments.assign(role, grantable)))
                .orElse(null);
        return Answer.created("/v1/roles/" + role.id(), RoleView.of(role, assigned));
    }

    private Optional<AssignmentDetails> first(
            Locked<Context> context, RoleDetails role, @Nullable AssignmentRequest assignment) {
        try {
            return Optional.ofNullable(assignment)
                    .map(asked -> assignments.grantable(context, role.permissions(), asked));
        } catch (ProblemException wrong) {
            throw wrong.within("assignment");
        }
    }
}
