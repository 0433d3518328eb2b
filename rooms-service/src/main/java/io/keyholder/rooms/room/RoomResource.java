package io.keyholder.rooms.room;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.problems.CommonProblem;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.room.model.PartnerFields;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.Access;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Rooms: a tenant's own, and those that its customers have delegated to it. */
@Path("/rooms")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms", description = "Meeting rooms: your own, and those that customers have delegated to you.")
class RoomResource {
    private final RoomStore rooms;
    private final RoomCommands commands;
    private final RoomRecords records;
    private final RoomAccess roomAccess;
    private final Access access;
    private final Changes changes;
    private final Pages pages;

    RoomResource(
            RoomStore rooms,
            RoomCommands commands,
            RoomRecords records,
            RoomAccess roomAccess,
            Access access,
            Changes changes,
            Pages pages) {
        this.rooms = rooms;
        this.commands = commands;
        this.records = records;
        this.roomAccess = roomAccess;
        this.access = access;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRooms",
            summary = "List rooms",
            description =
                    "All rooms that the caller sees, its own tenant's and its customers', sorted and paged as one list.")
    public Page<RoomView> list(@BeanParam ListParameters listing, @BeanParam RoomSearch search) {
        return pages.page(listing, rooms.search(search.filter(access, roomAccess)), RoomView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRoom", summary = "Read a room", description = "One that the caller sees.")
    public Answer<RoomView> get(@PathParam("id") UUID id) {
        return Answer.of(RoomView.of(visible(id, rooms.find(id))));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createRoom",
            summary = "Add a room",
            description = "Adds it to the caller's own tenant. Needs `rooms:create` over all of it.")
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Answer<RoomView> create(Body<RoomRequest> body) {
        return changes.run(() -> {
            UUID tenant = roomAccess
                    .ownTenant(Permission.ROOMS_CREATE)
                    .orElseThrow(() -> ProblemException.lacking(Permission.ROOMS_CREATE));
            return changes.once(body, request -> {
                Room room = changes.orThrow(commands.create(tenant, request.asDetails(), changes.provenance()));
                return Answer.created("/v1/rooms/" + room.id(), RoomView.of(room));
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeRoom",
            summary = "Change a room",
            description = "Needs `rooms:modify` over the room. Its groups change with the groups. A partner can change"
                    + " neither `location` nor `externalId`, by which rules and imports tell rooms apart.")
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.UPDATE)
    public Answer<RoomView> change(@PathParam("id") UUID id, Body<RoomRequest> body) {
        return changes.run(() -> {
            Room seen = changeable(id, rooms.find(id), body);
            if (body.changes(RoomRequest.of(seen)).contains("externalId")) {
                rooms.lockExternalIds(seen.tenantId());
            }
            Optional<Locked<Room>> locked = rooms.lock(id);
            Room present = changeable(id, locked.map(Locked::now), body);
            RoomRequest request = body.patch(RoomRequest.of(present));
            changes.requireMatch(RoomView.of(present));
            return answer(commands.change(locked.orElseThrow(), request.asDetails(), changes.provenance()));
        });
    }

    @POST
    @Path("/{id}/unenroll")
    @Operation(
            operationId = "unenrollRoom",
            summary = "Unenroll a room",
            description = "Takes it out of management for good. Its own tenant can still read it; partners cannot.")
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.DELETE)
    public Answer<RoomView> unenroll(@PathParam("id") UUID id) {
        return changes.run(() -> {
            visible(id, rooms.find(id));
            Optional<Locked<Room>> locked = rooms.lock(id);
            Room room = visible(id, locked.map(Locked::now));
            require(Permission.ROOMS_UNENROLL, room);
            return changes.once(() -> answer(commands.unenroll(locked.orElseThrow(), changes.provenance())));
        });
    }

    /** Found and visible to the caller; otherwise refuses, and records it in the log of the tenant whose room it is. */
    private Room visible(UUID id, Optional<Room> found) {
        found.ifPresent(room -> changes.concerns(records.subject(room)));
        return roomAccess.visible(id, found, Room::placement).orElseThrow(ProblemException::notFound);
    }

    /** One that the caller may change as the body says. */
    private Room changeable(UUID id, Optional<Room> found, Body<RoomRequest> body) {
        Room room = visible(id, found);
        require(Permission.ROOMS_MODIFY, room);
        if (!access.caller().belongsTo(room.tenantId())) {
            requireNone(PartnerFields.refusedOf(body.changes(RoomRequest.of(room))));
        }
        return room;
    }

    private void require(Permission permission, Room room) {
        access.require(permission, roomAccess.covers(permission, room.placement()));
    }

    private static void requireNone(List<String> refused) {
        if (!refused.isEmpty()) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "Only the room's own tenant can change where it is and its external id: "
                            + String.join(", ", refused) + ".");
        }
    }

    private Answer<RoomView> answer(Outcome<Room> outcome) {
        return Answer.of(RoomView.of(changes.orThrow(outcome)));
    }
}
