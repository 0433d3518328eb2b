package io.keyholder.rbac.assignment.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Principal;
import io.keyholder.problems.ViolationCode;
import java.util.List;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    private final ETags etags;
    private final RequestAudit audit;

    MembersResource(
            AssignmentRequests requests,
            Members members,
            ContextAccess contexts,
            Changes changes,
            ETags etags,
            RequestAudit audit) {
        this.requests = requests;
        this.members = members;
        this.contexts = contexts;
        this.changes = changes;
        this.etags = etags;
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
    @APIResponse(
            responseCode = "200",
            description = "The assignment with the member.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.CREATE)
    public Response add(
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
            Assignment now = members.add(locked, member, etags::requireMatch);
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
    @APIResponse(responseCode = "204", description = "Removed.")
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.DELETE)
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("type") Principal.Type type,
            @Parameter(description = "A user's `sub` or a group's id, percent-encoded.") @PathParam("principalId")
                    String principalId) {
        return changes.run(() -> {
            AssignmentRequests.Locked locked = requests.forNarrowing(id);
            Principal principal = concerned(locked.context(), type, principalId);
            members.remove(locked, principal, etags::requireMatch);
            return Answer.deleted();
        });
    }

    @POST
    @Operation(
            operationId = "addMemberByBody",
            summary = "Add a member, whatever its id",
            description = "As `PUT /assignments/{id}/members/{type}/{principalId}`, for every id. `If-Match` is kept if"
                    + " it is sent, and not needed. One who is a member already stays one, and nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "The assignment with the member.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.CREATE)
    public Response add(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PrincipalBody.class)))
                    Body<PrincipalBody> body) {
        return changes.run(() -> {
            AssignmentRequests.Seen seen = requests.changeable(id);
            return changes.once(body, named -> {
                AssignmentRequests.Locked locked = requests.lock(seen);
                Member member = concerned(locked.context(), named);
                return answer(locked, members.add(locked, member, etags::requireMatchIfSent));
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
    @APIResponse(
            responseCode = "200",
            description = "The assignment without the member.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Audited(category = AuditEntry.Category.USER, operation = AuditEntry.Operation.DELETE)
    public Response remove(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PrincipalBody.class)))
                    Body<PrincipalBody> body) {
        return changes.run(() -> {
            AssignmentRequests.Seen seen = requests.narrowable(id);
            return changes.once(body, named -> {
                AssignmentRequests.Locked locked = requests.lock(seen);
                Member member = concerned(locked.context(), named);
                return answer(locked, members.remove(locked, member.principal(), etags::requireMatchIfSent));
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

    private Answer answer(AssignmentRequests.Locked locked, Assignment now) {
        return Answer.done(requests.view(locked.context(), now));
    }
}
