package io.keyholder.rooms.group.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.group.application.ChangeRoomGroup;
import io.keyholder.rooms.group.application.RoomGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One room in one group. The group's ETag guards both. */
@Path("/room-groups/{id}/rooms/{roomId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Room groups")
class RoomGroupMemberResource {
    private final RoomGroups groups;
    private final Rooms rooms;
    private final ChangeRoomGroup changeRoomGroup;
    private final GroupAccess groupAccess;
    private final RoomAccess roomAccess;
    private final DelegationGuard guard;
    private final AuditSubjects subjects;
    private final RequestAudit audit;
    private final Changes changes;
    private final ETags etags;

    RoomGroupMemberResource(
            RoomGroups groups,
            Rooms rooms,
            ChangeRoomGroup changeRoomGroup,
            GroupAccess groupAccess,
            RoomAccess roomAccess,
            DelegationGuard guard,
            AuditSubjects subjects,
            RequestAudit audit,
            Changes changes,
            ETags etags) {
        this.groups = groups;
        this.rooms = rooms;
        this.changeRoomGroup = changeRoomGroup;
        this.groupAccess = groupAccess;
        this.roomAccess = roomAccess;
        this.guard = guard;
        this.subjects = subjects;
        this.audit = audit;
        this.changes = changes;
        this.etags = etags;
    }

    @PUT
    @Operation(
            operationId = "putRoomIntoGroup",
            summary = "Put a room into a group",
            description = "It needs `room-groups:modify` over the group and over the room, and the group's `ETag`. If a"
                    + " delegation comes to cover the room by it, it needs `partners:manage` too, unless the setting"
                    + " `delegationGuard` is off.")
    @APIResponse(
            responseCode = "200",
            description = "The room is in the group.",
            content = @Content(schema = @Schema(implementation = RoomGroupView.class)))
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Response put(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return changes.run(() -> {
            requireModify(id, roomId);
            RoomGroup present = known(id, groups.lock(id));
            Room room = visibleIn(present, roomId, rooms.lock(roomId));
            groupAccess.requireModify(present);
            roomAccess.require(Permission.ROOM_GROUPS_MODIFY, room);
            guard.require(present, room.groupIds().contains(id) ? Set.of() : Set.of(roomId));
            return changes.once(() -> {
                etags.requireMatch(groupAccess.view(present));
                RoomGroup group = GroupAnswers.done(changeRoomGroup.put(present, room, audit.provenance()));
                return Answer.done(groupAccess.view(group));
            });
        });
    }

    @DELETE
    @Operation(
            operationId = "takeRoomOutOfGroup",
            summary = "Take a room out of a group",
            description = "It needs `room-groups:modify` over the group, and the group's `ETag`.")
    @APIResponse(responseCode = "204", description = "The room is not in the group any more.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Response take(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return changes.run(() -> {
            requireModify(id, roomId);
            RoomGroup group = known(id, groups.lock(id));
            Room room = visibleIn(group, roomId, rooms.lock(roomId));
            if (!room.groupIds().contains(group.id())) {
                throw ProblemException.notFound();
            }
            groupAccess.requireModify(group);
            return changes.once(() -> {
                etags.requireMatch(groupAccess.view(group));
                GroupAnswers.done(changeRoomGroup.take(group, room, audit.provenance()));
                return Answer.deleted();
            });
        });
    }

    /** Nobody holds up what it may not change. */
    private void requireModify(UUID id, UUID roomId) {
        RoomGroup group = known(id, groups.find(id));
        visibleIn(group, roomId, rooms.find(roomId));
        groupAccess.requireModify(group);
    }

    private RoomGroup known(UUID id, Optional<RoomGroup> found) {
        found.ifPresent(group -> audit.concerns(subjects.of(group, audit.provenance())));
        return groupAccess.known(id, found).orElseThrow(ProblemException::notFound);
    }

    /** A room of the tenant whose group it is, that the caller sees. */
    private Room visibleIn(RoomGroup group, UUID roomId, Optional<Room> found) {
        return roomAccess
                .visible(roomId, found)
                .filter(room -> room.tenantId().equals(group.tenantId()))
                .orElseThrow(ProblemException::notFound);
    }
}
