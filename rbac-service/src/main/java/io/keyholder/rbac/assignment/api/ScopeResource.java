package io.keyholder.rbac.assignment.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rooms and room groups of an assignment's scope, one by one. */
@Path("/assignments/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class ScopeResource {
    private final AssignmentRequests requests;
    private final Changes changes;
    private final ETags etags;

    ScopeResource(AssignmentRequests requests, Changes changes, ETags etags) {
        this.requests = requests;
        this.changes = changes;
        this.etags = etags;
    }

    @PUT
    @Path("/rooms/{roomId}")
    @Operation(
            operationId = "addRoomToAssignment",
            summary = "Add a room to the scope",
            description = "Counts as assigning. Where the scope is ALL, or names the room, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "The assignment with the room.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Response addRoom(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return add(id, scope -> scope.withRoom(roomId));
    }

    @DELETE
    @Path("/rooms/{roomId}")
    @Operation(
            operationId = "removeRoomFromAssignment",
            summary = "Remove a room from the scope",
            description =
                    "Needs `roles:modify` over the whole scope. Without its last room and group, it covers nothing.")
    @APIResponse(responseCode = "204", description = "Removed.")
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Response removeRoom(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return remove(id, scope -> scope.roomIds().contains(roomId), scope -> scope.withoutRoom(roomId));
    }

    @PUT
    @Path("/room-groups/{roomGroupId}")
    @Operation(
            operationId = "addRoomGroupToAssignment",
            summary = "Add a room group to the scope",
            description = "Counts as assigning. Where the scope is ALL, or names the group, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "The assignment with the room group.",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Response addRoomGroup(@PathParam("id") UUID id, @PathParam("roomGroupId") UUID roomGroupId) {
        return add(id, scope -> scope.withRoomGroup(roomGroupId));
    }

    @DELETE
    @Path("/room-groups/{roomGroupId}")
    @Operation(
            operationId = "removeRoomGroupFromAssignment",
            summary = "Remove a room group from the scope",
            description =
                    "Needs `roles:modify` over the whole scope. Without its last room and group, it covers nothing.")
    @APIResponse(responseCode = "204", description = "Removed.")
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Response removeRoomGroup(@PathParam("id") UUID id, @PathParam("roomGroupId") UUID roomGroupId) {
        return remove(
                id, scope -> scope.roomGroupIds().contains(roomGroupId), scope -> scope.withoutRoomGroup(roomGroupId));
    }

    private Response add(UUID id, UnaryOperator<Scope> widen) {
        return changes.run(() -> {
            AssignmentRequests.Locked locked = requests.forChange(id);
            AssignmentDetails before = locked.assignment().details();
            AssignmentDetails after = before.with(widen.apply(before.scope()));
            requests.requireMayChange(locked, after);
            etags.requireMatch(requests.view(locked));
            Assignment now = after.equals(before) ? locked.assignment() : requests.change(locked, after);
            return Answer.done(requests.view(locked.context(), now));
        });
    }

    private Response remove(UUID id, Predicate<Scope> names, Function<Scope, Scope> narrow) {
        return changes.run(() -> {
            AssignmentRequests.Locked locked = requests.forNarrowing(id);
            AssignmentDetails before = locked.assignment().details();
            if (!names.test(before.scope())) {
                throw ProblemException.notFound();
            }
            AssignmentDetails after = before.with(narrow.apply(before.scope()));
            requests.requireMayChange(locked, after);
            etags.requireMatch(requests.view(locked));
            requests.change(locked, after);
            return Answer.deleted();
        });
    }
}
