package io.keyholder.rbac.administration;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Principal;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.PrincipalBody;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.web.Audited;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.body.Body;
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
import java.util.function.Consumer;
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
    private final ContextAccess contexts;
    private final Changes changes;

    MembersResource(AssignmentRequests requests, ContextAccess contexts, Changes changes) {
        this.requests = requests;
        this.contexts = contexts;
        this.changes = changes;
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
            AssignmentRequests.Target target = requests.lock(requests.changeable(id));
            Member member = new Member(concerned(target, type, principalId));
            if (!PrincipalId.Rule.isKept(principalId)) {
                throw ProblemException.invalid("principalId", ViolationCode.MALFORMED, PrincipalId.RULE);
            }
            return Answer.of(add(target, member, changes::requireMatch));
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
            AssignmentRequests.Target target = requests.lock(requests.narrowable(id));
            remove(target, concerned(target, type, principalId), changes::requireMatch);
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
                AssignmentRequests.Target target = requests.lock(seen);
                return Answer.of(add(target, concerned(target, named), changes::requireMatchIfSent));
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
                AssignmentRequests.Target target = requests.lock(seen);
                Principal principal = concerned(target, named).principal();
                return Answer.of(remove(target, principal, changes::requireMatchIfSent));
            });
        });
    }

    /** One who is a member already stays as it is. */
    private AssignmentView add(AssignmentRequests.Target target, Member member, Consumer<Versioned> precondition) {
        AssignmentDetails before = target.details();
        return requests.change(
                target, before.member(member.principal()).isPresent() ? before : before.with(member), precondition);
    }

    private AssignmentView remove(
            AssignmentRequests.Target target, Principal principal, Consumer<Versioned> precondition) {
        AssignmentDetails before = target.details();
        if (before.member(principal).isEmpty()) {
            throw ProblemException.notFound();
        }
        return requests.change(target, before.without(principal), precondition);
    }

    private Principal concerned(AssignmentRequests.Target target, Principal.Type type, String principalId) {
        Context context = target.context().now();
        changes.concerns(contexts.subject(context, principalId, principalId));
        return new Principal(context.memberTenant(), type, principalId);
    }

    private Member concerned(AssignmentRequests.Target target, PrincipalBody named) {
        UUID memberTenant = target.context().now().memberTenant();
        named.violation(memberTenant, "").ifPresent(wrong -> {
            throw ProblemException.invalid(List.of(wrong));
        });
        Member member = named.asMember(memberTenant);
        concerned(target, named.type(), named.id());
        return member;
    }
}
