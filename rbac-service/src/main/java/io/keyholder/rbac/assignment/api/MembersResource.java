package io.keyholder.rbac.assignment.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Principal;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The members of one assignment, one by one, whose ETag is the assignment's. They are named in the path or in the body, for
 * identity providers give ids that no path can hold, such as {@code ..}.
 */
@Path("/assignments/{id}/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class MembersResource {
    private static final String ONE = "/{type}/{principalId: .+}";

    private final AssignmentRequests requests;
    private final Members members;
    private final ContextAccess contexts;
    private final Changes changes;
    private final RequestAudit audit;

    MembersResource(
            AssignmentRequests requests, Members members, ContextAccess contexts, Changes changes, RequestAudit audit) {
        this.requests = requests;
        this.members = members;
        this.contexts = contexts;
        this.changes = changes;
        this.audit = audit;
    }

    @PUT
    @Path(ONE)
    @Operation(
            operationId = "addMember",
            summary = "Add a member",
            description =
                    "Counts as assigning. One who is a member already stays one, and nothing changes. For ids that no"
                            + " path can hold there is `POST /assignments/{id}/members`.")
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.CREATE)
    public Answer<AssignmentView> add(
            @PathParam("id") UUID id,
            @PathParam("type") Principal.Type type,
            @Parameter(description = "A user's `sub` or a group's id, percent-encoded.") @PathParam("principalId")
                    String principalId) {
        return changes.run(() -> {
            AssignmentRequests.Locked locked = requests.forChange(id);
            Member member = new Member(concerned(locked.context(), type, principalId));
            if (!PrincipalId.Rule.isKept(principalId)) {
                throw ProblemException.invalid("principalId", ViolationCode.MALFORMED, PrincipalId.RULE);
            }
            Assignment now = members.add(locked, member, changes::requireMatch);
            return answer(locked, now);
        });
    }

    @DELETE
    @Path(ONE)
    @Operation(
            operationId = "removeMember",
            summary = "Remove a member",
            description =
                    "Needs `roles:modify` over the assignment's whole scope. A relationship keeps a Primary admin,"
                            + " whoever removes.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> remove(
            @PathParam("id") UUID id,
            @PathParam("type") Principal.Type type,
            @Parameter(description = "A user's `sub` or a group's id, percent-encoded.") @PathParam("principalId")
                    String principalId) {
        return changes.run(() -> {
            AssignmentRequests.Locked locked = requests.forNarrowing(id);
            Principal principal = concerned(locked.context(), type, principalId);
            members.remove(locked, principal, changes::requireMatch);
            return Answer.deleted();
        });
    }

    @POST
    @Operation(
            operationId = "addMemberByBody",
            summary = "Add a member, whatever its id",
            description = "As `PUT /assignments/{id}/members/{type}/{principalId}`, for every id. `If-Match` is kept if"
                    + " it is sent, and not needed. One who is a member already stays one, and nothing changes.")
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.CREATE)
    public Answer<AssignmentView> add(@PathParam("id") UUID id, Body<PrincipalBody> body) {
        return changes.run(() -> {
            AssignmentRequests.Seen seen = requests.changeable(id);
            return changes.once(body, named -> {
                AssignmentRequests.Locked locked = requests.lock(seen);
                Member member = concerned(locked.context(), named);
                return answer(locked, members.add(locked, member, changes::requireMatchIfSent));
            });
        });
    }

    @POST
    @Path("/remove")
    @Operation(
            operationId = "removeMemberByBody",
            summary = "Remove a member, whatever its id",
            description = "As `DELETE /assignments/{id}/members/{type}/{principalId}`, for every id. `If-Match` is kept"
                    + " if it is sent, and not needed. Who is no member is 404.")
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.DELETE)
    public Answer<AssignmentView> remove(@PathParam("id") UUID id, Body<PrincipalBody> body) {
        return changes.run(() -> {
            AssignmentRequests.Seen seen = requests.narrowable(id);
            return changes.once(body, named -> {
                AssignmentRequests.Locked locked = requests.lock(seen);
                Member member = concerned(locked.context(), named);
                return answer(locked, members.remove(locked, member.principal(), changes::requireMatchIfSent));
            });
        });
    }

    private Principal concerned(Context context, Principal.Type type, String principalId) {
        audit.concerns(contexts.subject(context, principalId, principalId));
        return new Principal(context.memberTenant(), type, principalId);
    }

    private Member concerned(Context context, PrincipalBody named) {
        named.violation(context.memberTenant(), "").ifPresent(wrong -> {
            throw ProblemException.invalid(List.of(wrong));
        });
        audit.concerns(contexts.subject(context, named.id(), named.id()));
        return named.asMember(context.memberTenant());
    }

    private Answer<AssignmentView> answer(AssignmentRequests.Locked locked, Assignment now) {
        return Answer.of(requests.view(locked.context(), now));
    }
}
