package io.keyholder.rbac.administration;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The rooms and room groups of an assignment's scope, one by one. */
@Path("/assignments/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who holds a role over which rooms.")
class ScopeResource {
    private final AssignmentRequests requests;
    private final Changes changes;

    ScopeResource(AssignmentRequests requests, Changes changes) {
        this.requests = requests;
        this.changes = changes;
    }

    @PUT
    @Path("/rooms/{roomId}")
    @Operation(
            operationId = "addRoomToAssignment",
            summary = "Add a room to the scope",
            description = "Counts as assigning. Where the scope is ALL, or names the room, nothing changes.")
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Answer<AssignmentView> addRoom(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return add(id, scope -> scope.withRoom(roomId));
    }

    @DELETE
    @Path("/rooms/{roomId}")
    @Operation(
            operationId = "removeRoomFromAssignment",
            summary = "Remove a room from the scope",
            description =
                    "Needs `roles:modify` over the whole scope. Without its last room and group, it covers nothing.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Answer<Void> removeRoom(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return remove(id, scope -> scope.roomIds().contains(roomId), scope -> scope.withoutRoom(roomId));
    }

    @PUT
    @Path("/room-groups/{roomGroupId}")
    @Operation(
            operationId = "addRoomGroupToAssignment",
            summary = "Add a room group to the scope",
            description = "Counts as assigning. Where the scope is ALL, or names the group, nothing changes.")
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Answer<AssignmentView> addRoomGroup(@PathParam("id") UUID id, @PathParam("roomGroupId") UUID roomGroupId) {
        return add(id, scope -> scope.withRoomGroup(roomGroupId));
    }

    @DELETE
    @Path("/room-groups/{roomGroupId}")
    @Operation(
            operationId = "removeRoomGroupFromAssignment",
            summary = "Remove a room group from the scope",
            description =
                    "Needs `roles:modify` over the whole scope. Without its last room and group, it covers nothing.")
    @ResponseStatus(204)
    @Audited(category = AuditEntry.Category.ASSIGNMENT, operation = AuditEntry.Operation.UPDATE)
    public Answer<Void> removeRoomGroup(@PathParam("id") UUID id, @PathParam("roomGroupId") UUID roomGroupId) {
        return remove(
                id, scope -> scope.roomGroupIds().contains(roomGroupId), scope -> scope.withoutRoomGroup(roomGroupId));
    }

    private Answer<AssignmentView> add(UUID id, UnaryOperator<Scope> widen) {
        return changes.run(() -> {
            AssignmentRequests.Target target = requests.lock(requests.changeable(id));
            AssignmentDetails before = target.details();
            return Answer.of(requests.change(target, before.with(widen.apply(before.scope())), changes::requireMatch));
        });
    }

    private Answer<Void> remove(UUID id, Predicate<Scope> names, UnaryOperator<Scope> narrow) {
        return changes.run(() -> {
            AssignmentRequests.Target target = requests.lock(requests.narrowable(id));
            AssignmentDetails before = target.details();
            if (!names.test(before.scope())) {
                throw ProblemException.notFound();
            }
            requests.change(target, before.with(narrow.apply(before.scope())), changes::requireMatch);
            return Answer.deleted();
        });
    }
}
