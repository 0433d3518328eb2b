package io.keyholder.rooms.room.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.room.application.ChangeRoom;
import io.keyholder.rooms.room.application.CreateRooms;
import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.application.VisibleRooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.keyholder.web.change.Versions;
import io.keyholder.web.list.Listing;
import io.keyholder.web.list.PageRequest;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rooms: a tenant's own, and those that its customers have delegated to it. */
@Path("/rooms")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms", description = "Meeting rooms: one's own, and those that customers have delegated.")
class RoomResource {
    private final Rooms rooms;
    private final VisibleRooms visibleRooms;
    private final CreateRooms createRooms;
    private final ChangeRoom changeRoom;
    private final RoomAccess roomAccess;
    private final Access access;
    private final AuditSubjects subjects;
    private final RequestAudit audit;
    private final Changes changes;
    private final Versions versions;
    private final ETags etags;
    private final Pages pages;

    RoomResource(
            Rooms rooms,
            VisibleRooms visibleRooms,
            CreateRooms createRooms,
            ChangeRoom changeRoom,
            RoomAccess roomAccess,
            Access access,
            AuditSubjects subjects,
            RequestAudit audit,
            Changes changes,
            Versions versions,
            ETags etags,
            Pages pages) {
        this.rooms = rooms;
        this.visibleRooms = visibleRooms;
        this.createRooms = createRooms;
        this.changeRoom = changeRoom;
        this.roomAccess = roomAccess;
        this.access = access;
        this.subjects = subjects;
        this.audit = audit;
        this.changes = changes;
        this.versions = versions;
        this.etags = etags;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRooms",
            summary = "List rooms",
            description =
                    "All rooms that the caller sees, its own tenant's and its customers', sorted and paged as one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of rooms.",
            content = @Content(schema = @Schema(implementation = RoomPage.class)))
    public Response list(@BeanParam Listing listing, @BeanParam RoomSearch search) {
        RoomFilter filter = search.filter(access, roomAccess);
        PageRequest page = pages.requested(listing);
        return pages.answer(
                page,
                visibleRooms.list(filter, page.after(), page.limit() + 1),
                filter.order()::keysOf,
                () -> visibleRooms.count(filter),
                this::view);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRoom", summary = "Read a room", description = "One that the caller sees.")
    @APIResponse(
            responseCode = "200",
            description = "The room.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    public Response get(@PathParam("id") UUID id) {
        Room room = visible(id, rooms.find(id));
        return etags.answer(view(room));
    }

    @POST
    @Operation(
            operationId = "createRoom",
            summary = "Add a room",
            description = "Always to the caller's own tenant. It needs `rooms:create` over all of it.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Response create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RoomRequest.class)))
                    Body<RoomRequest> body) {
        return changes.run(() -> {
            UUID tenant = roomAccess.requireOverOwnTenant(Permission.ROOMS_CREATE);
            return changes.once(body, request -> {
                Room room = RoomAnswers.done(createRooms.create(tenant, request.asDetails(), audit.provenance()));
                return Answer.created("/v1/rooms/" + room.id(), view(room));
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeRoom",
            summary = "Change a room",
            description =
                    "It needs `rooms:modify` over the room. A room's groups change with the groups. A partner changes"
                            + " neither `location` nor `externalId`, by which rules and imports tell rooms apart.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.UPDATE)
    public Response change(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = RoomRequest.class)))
                    Body<RoomRequest> body) {
        return changes.run(() -> {
            Room seen = changeable(id, rooms.find(id), body);
            if (body.changes(RoomRequest.of(seen)).contains("externalId")) {
                rooms.lockExternalIds(seen.tenantId());
            }
            Room room = changeable(id, rooms.lock(id), body);
            RoomRequest request = body.patch(RoomRequest.of(room));
            etags.requireMatch(view(room));
            return answer(changeRoom.change(room, request.asDetails(), audit.provenance()));
        });
    }

    @POST
    @Path("/{id}/unenroll")
    @Operation(
            operationId = "unenrollRoom",
            summary = "Unenroll a room",
            description = "Takes it out of management for good. Its own tenant can still read it; partners cannot.")
    @APIResponse(
            responseCode = "200",
            description = "Unenrolled.",
            content = @Content(schema = @Schema(implementation = RoomView.class)))
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.DELETE)
    public Response unenroll(@PathParam("id") UUID id) {
        return changes.run(() -> {
            visible(id, rooms.find(id));
            Room room = visible(id, rooms.lock(id));
            roomAccess.require(Permission.ROOMS_UNENROLL, room);
            return changes.once(() -> answer(changeRoom.unenroll(room, audit.provenance())));
        });
    }

    /** Found and visible to the caller; the refusal else stands in the log of the tenant whose room it is. */
    private Room visible(UUID id, Optional<Room> found) {
        found.ifPresent(room -> audit.concerns(subjects.of(room, audit.provenance())));
        return roomAccess.visible(id, found).orElseThrow(ProblemException::notFound);
    }

    /** One that the caller may change as the body says. */
    private Room changeable(UUID id, Optional<Room> found, Body<RoomRequest> body) {
        Room room = visible(id, found);
        roomAccess.require(Permission.ROOMS_MODIFY, room);
        if (!access.caller().belongsTo(room.tenantId())) {
            PartnerFields.requireNone(body.changes(RoomRequest.of(room)));
        }
        return room;
    }

    private RoomView view(Room room) {
        return RoomView.of(room, versions);
    }

    private Answer answer(Room.Change change) {
        return Answer.done(view(RoomAnswers.done(change)));
    }

    /** How a page is described in the reference. */
    @Schema(name = "RoomPage")
    record RoomPage(
            List<RoomView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
