package io.keyholder.rbac.role.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.problems.RoleProblem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.api.AssignmentRequest;
import io.keyholder.rbac.assignment.api.AssignmentRequests;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.api.ContextOfBody;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.grant.api.Rulings;
import io.keyholder.rbac.grant.application.NoEscalation;
import io.keyholder.rbac.limit.api.LimitReached;
import io.keyholder.rbac.role.application.ChangeRole;
import io.keyholder.rbac.role.application.CreateRole;
import io.keyholder.rbac.role.application.RemoveRole;
import io.keyholder.rbac.role.application.RoleFilter;
import io.keyholder.rbac.role.application.RoleOutcome;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
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
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

    private final Roles roles;
    private final CreateRole createRole;
    private final ChangeRole changeRole;
    private final RemoveRole removeRole;
    private final NoEscalation noEscalation;
    private final RoleRequests requests;
    private final AssignmentRequests assignments;
    private final ContextAccess contexts;
    private final Changes changes;
    private final RequestAudit audit;
    private final Pages pages;

    RoleResource(
            Roles roles,
            CreateRole createRole,
            ChangeRole changeRole,
            RemoveRole removeRole,
            NoEscalation noEscalation,
            RoleRequests requests,
            AssignmentRequests assignments,
            ContextAccess contexts,
            Changes changes,
            RequestAudit audit,
            Pages pages) {
        this.roles = roles;
        this.createRole = createRole;
        this.changeRole = changeRole;
        this.removeRole = removeRole;
        this.noEscalation = noEscalation;
        this.requests = requests;
        this.assignments = assignments;
        this.contexts = contexts;
        this.changes = changes;
        this.audit = audit;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRoles",
            summary = "List roles",
            description = "The own tenant's, or with `relationshipId` that relationship's: needs `roles:view` there, or"
                    + " as its customer `partners:view`.")
    public Page<RoleView> list(
            @BeanParam ListParameters listing,
            @Parameter(description = "The relationship. Absent: the own tenant.")
                    @QueryParam("relationshipId")
                    @Nullable
                    UUID relationshipId,
            @Parameter(description = "Built-in roles of these keys.") @QueryParam("key") @Nullable List<String> key,
            @Parameter(description = "Built-in ones, or a tenant's own.") @QueryParam("type") @Nullable
                    List<Role.Type> type,
            @Parameter(description = "A part of the name.") @QueryParam("q") @Nullable String q,
            @Parameter(description = "`name`, `createdAt`, or one with `-` before it.") @QueryParam("sort") @Nullable
                    String sort) {
        Context context = contexts.named(relationshipId);
        contexts.requireView(context);
        RoleFilter filter = new RoleFilter(
                context.id(),
                key == null ? Set.of() : Set.copyOf(key),
                type == null ? Set.of() : Set.copyOf(type),
                Optional.ofNullable(q),
                Sort.parse(sort, RoleFilter.SORTED_BY));
        PageRequest page = pages.requested(listing);
        boolean byName = filter.sort().field().equals("name");
        return pages.page(
                page,
                roles.list(filter, page.after(), page.limit() + 1),
                role -> List.of(
                        byName ? Names.key(role.name()) : role.createdAt().toString(),
                        role.id().toString()),
                () -> roles.count(filter),
                role -> RoleView.of(role));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRole",
            summary = "Read a role",
            description = "Needs `roles:view` in its context, or `partners:view` as the relationship's customer.")
    public Answer<RoleView> get(@PathParam("id") UUID id) {
        Optional<Role> found = roles.find(id);
        contexts.requireView(contexts.ofRole(found));
        Role role = found.orElseThrow(ProblemException::notFound);
        return Answer.of(RoleView.of(role));
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
            Context seen = contexts.ofRole(roles.find(id));
            contexts.requireModify(seen);
            Context context = contexts.lock(seen);
            Role role = roles.find(id).orElseThrow(ProblemException::notFound);
            RoleChangeRequest request = body.patch(RoleChangeRequest.of(role));
            RoleDetails details = requests.details(context, request);
            Rulings.enforce(noEscalation.changing(contexts.caller(), context, role, details.permissions()));
            changes.requireMatch(RoleView.of(role));
            return answer(
                    changeRole.change(context, role, details, audit.provenance()),
                    changed -> Answer.of(RoleView.of(changed)));
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
            Context seen = contexts.ofRole(roles.find(id));
            contexts.requireRemove(seen);
            Context context = contexts.lock(seen);
            Role role = roles.find(id).orElseThrow(ProblemException::notFound);
            Rulings.enforce(noEscalation.ending(contexts.caller(), context, role));
            changes.requireMatch(RoleView.of(role));
            return answer(removeRole.removeCustom(role, audit.provenance()), unchanged -> Answer.deleted());
        });
    }

    private Answer<RoleView> created(Context seen, @Nullable UUID relationshipId, RoleRequest request) {
        if (relationshipId != null
                && request.relationshipId() != null
                && !relationshipId.equals(request.relationshipId())) {
            throw ProblemException.invalid(
                    "relationshipId", ViolationCode.CONTRADICTORY, "is another than the query's");
        }
        Context context = contexts.lock(seen);
        RoleDetails details = requests.details(context, request);
        audit.concerns(contexts.subject(context, null, details.name()));
        Rulings.enforce(noEscalation.creating(contexts.caller(), context, details.permissions()));
        AssignmentDetails first = first(context, details, request.assignment());
        return answer(
                createRole.create(context, details, audit.provenance()),
                role -> Answer.created("/v1/roles/" + role.id(), view(context, role, first)));
    }

    private @Nullable AssignmentDetails first(
            Context context, RoleDetails role, @Nullable AssignmentRequest assignment) {
        try {
            return assignment == null ? null : assignments.grantable(context, role.permissions(), assignment);
        } catch (ProblemException wrong) {
            throw wrong.within("assignment");
        }
    }

    private RoleView view(Context context, Role role, @Nullable AssignmentDetails first) {
        return first == null
                ? RoleView.of(role)
                : RoleView.of(role, assignments.view(context, assignments.assign(role, first)));
    }

    private static <T> Answer<T> answer(RoleOutcome outcome, Function<Role, Answer<T>> done) {
        return switch (outcome) {
            case RoleOutcome.Done it -> done.apply(it.role());
            case RoleOutcome.Removed gone ->
                Answer.<T>deleted().with(DELETED_ASSIGNMENTS, Integer.toString(gone.assignments()));
            case RoleOutcome.LimitReached reached -> throw LimitReached.problem(reached.limit());
            case RoleOutcome.NameTaken taken ->
                throw ProblemException.of(
                        RoleProblem.ROLE_NAME_TAKEN, "Another role here is named " + taken.name() + ".");
            case RoleOutcome.BuiltIn builtIn ->
                throw ProblemException.of(
                        RoleProblem.BUILT_IN_ROLE,
                        builtIn.role().name() + " is a built-in role: it is neither changed nor deleted.");
        };
    }
}
