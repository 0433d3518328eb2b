package io.keyholder.rooms.group;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.record.Locked;
import io.keyholder.rooms.group.model.RoomGroup;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Room groups. Partners see those that concern them. */
@Path("/room-groups")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Room groups", description = "Named collections of rooms, to delegate and to assign roles over.")
class RoomGroupResource {
    private final RoomGroupStore groups;
    private final RoomGroupCommands commands;
    private final GroupRequests requests;
    private final RoomGroupViews views;
    private final Changes changes;
    private final Pages pages;

    RoomGroupResource(
            RoomGroupStore groups,
            RoomGroupCommands commands,
            GroupRequests requests,
            RoomGroupViews views,
            Changes changes,
            Pages pages) {
        this.groups = groups;
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRoomGroups",
            summary = "List room groups",
            description = "All groups that the caller sees, its own tenant's and its customers', as one list.")
    public Page<RoomGroupView> list(@BeanParam ListParameters listing, @BeanParam RoomGroupSearch search) {
        return pages.pageOf(listing, groups.search(requests.filter(search)), views::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRoomGroup",
            summary = "Read a room group",
            description = "With the rooms in it that the caller sees.")
    public Answer<RoomGroupView> get(@PathParam("id") UUID id) {
        return Answer.of(views.of(requests.readable(id)));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createRoomGroup",
            summary = "Add a room group",
            description =
                    "Adds it to the caller's own tenant. Needs `room-groups:create` over all of it, and to put rooms"
                            + " in `room-groups:modify` as well.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.CREATE)
    public Answer<RoomGroupView> create(Body<RoomGroupRequest> body) {
        return changes.run(() -> {
            UUID tenant = requests.requireOverOwnTenant(Permission.ROOM_GROUPS_CREATE);
            return changes.once(body, request -> {
                if (!request.rooms().isEmpty()) {
                    requests.requireOverOwnTenant(Permission.ROOM_GROUPS_MODIFY);
                    requests.requireUsable(tenant, request.named(), request.rooms());
                }
                RoomGroup group = changes.orThrow(
                        commands.create(tenant, request.asDetails(), request.rooms(), changes.provenance()));
                return Answer.created("/v1/room-groups/" + group.id(), views.of(group));
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeRoomGroup",
            summary = "Change a room group",
            description = "Needs `room-groups:modify` over the group, and over each room that is put in. Rooms that the"
                    + " caller cannot see stay in it. Rooms that come into a delegation by it need `partners:manage` too,"
                    + " unless the setting `delegationGuard` is off.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Answer<RoomGroupView> change(@PathParam("id") UUID id, Body<RoomGroupRequest> body) {
        return changes.run(() -> {
            Locked<RoomGroup> group = requests.lockedToModify(id);
            RoomGroupView present = views.of(group.now());
            RoomGroupRequest request = body.patch(RoomGroupRequest.of(group.now(), present.roomIds()));
            Set<UUID> joining = difference(request.rooms(), present.roomIds());
            requests.requireUsable(group.now().tenantId(), request.named(), joining);
            requests.requireUnguarded(group.now(), joining);
            changes.requireMatch(present);
            return Answer.of(views.of(changes.orThrow(commands.change(
                    group,
                    request.asDetails(),
                    joining,
                    difference(present.roomIds(), request.rooms()),
                    changes.provenance()))));
        });
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "deleteRoomGroup",
            summary = "Delete a room group",
            description =
                    "Its rooms stay. It leaves every delegation and every role's scope; one that named nothing else"
                            + " then covers nothing.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.DELETE)
    public Answer<Void> delete(@PathParam("id") UUID id) {
        return changes.run(() -> {
            Locked<RoomGroup> group = requests.lockedToModify(id);
            return changes.once(() -> {
                changes.requireMatch(views.of(group.now()));
                commands.delete(group, changes.provenance());
                return Answer.deleted();
            });
        });
    }

    @PUT
    @Path("/{id}/rooms/{roomId}")
    @Operation(
            operationId = "putRoomIntoGroup",
            summary = "Put a room into a group",
            description = "Needs `room-groups:modify` over the group and over the room, and the group's `ETag`. If a"
                    + " delegation comes to cover the room by it, it needs `partners:manage` too, unless the setting"
                    + " `delegationGuard` is off.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Answer<RoomGroupView> put(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return changes.run(() -> {
            GroupRequests.Membership membership = requests.lockedMembership(id, roomId);
            requests.requireJoinable(membership);
            return changes.once(() -> {
                changes.requireMatch(views.of(membership.group().now()));
                return Answer.of(views.of(
                        changes.orThrow(commands.put(membership.group(), membership.room(), changes.provenance()))));
            });
        });
    }

    @DELETE
    @Path("/{id}/rooms/{roomId}")
    @ResponseStatus(204)
    @Operation(
            operationId = "takeRoomOutOfGroup",
            summary = "Take a room out of a group",
            description = "Needs `room-groups:modify` over the group, and the group's `ETag`.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Answer<Void> take(@PathParam("id") UUID id, @PathParam("roomId") UUID roomId) {
        return changes.run(() -> {
            GroupRequests.Membership membership = requests.lockedMembership(id, roomId);
            if (!membership.exists()) {
                throw ProblemException.notFound();
            }
            return changes.once(() -> {
                changes.requireMatch(views.of(membership.group().now()));
                changes.orThrow(commands.take(membership.group(), membership.room(), changes.provenance()));
                return Answer.deleted();
            });
        });
    }

    private static Set<UUID> difference(Collection<UUID> of, Collection<UUID> without) {
        Set<UUID> rest = new HashSet<>(of);
        without.forEach(rest::remove);
        return rest;
    }
}
