package io.keyholder.rooms.group.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.group.application.ChangeRoomGroup;
import io.keyholder.rooms.group.application.CreateRoomGroup;
import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.group.application.RoomGroups;
import io.keyholder.rooms.group.application.VisibleGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.web.Access;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.keyholder.web.list.Listing;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Room groups. Partners see those that concern them, and change none. */
@Path("/room-groups")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Room groups", description = "Named collections of rooms, to delegate and to assign roles over.")
class RoomGroupResource {
    private final RoomGroups groups;
    private final VisibleGroups visibleGroups;
    private final CreateRoomGroup createRoomGroup;
    private final ChangeRoomGroup changeRoomGroup;
    private final GroupAccess groupAccess;
    private final GroupMembers members;
    private final DelegationGuard guard;
    private final RoomAccess roomAccess;
    private final Access access;
    private final AuditSubjects subjects;
    private final RequestAudit audit;
    private final Changes changes;
    private final ETags etags;
    private final Pages pages;

    RoomGroupResource(
            RoomGroups groups,
            VisibleGroups visibleGroups,
            CreateRoomGroup createRoomGroup,
            ChangeRoomGroup changeRoomGroup,
            GroupAccess groupAccess,
            GroupMembers members,
            DelegationGuard guard,
            RoomAccess roomAccess,
            Access access,
            AuditSubjects subjects,
            RequestAudit audit,
            Changes changes,
            ETags etags,
            Pages pages) {
        this.groups = groups;
        this.visibleGroups = visibleGroups;
        this.createRoomGroup = createRoomGroup;
        this.changeRoomGroup = changeRoomGroup;
        this.groupAccess = groupAccess;
        this.members = members;
        this.guard = guard;
        this.roomAccess = roomAccess;
        this.access = access;
        this.subjects = subjects;
        this.audit = audit;
        this.changes = changes;
        this.etags = etags;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listRoomGroups",
            summary = "List room groups",
            description = "All groups that the caller sees, its own tenant's and its customers', by name.")
    @APIResponse(
            responseCode = "200",
            description = "A page of groups.",
            content = @Content(schema = @Schema(implementation = RoomGroupPage.class)))
    public Response list(@BeanParam Listing listing, @BeanParam GroupSearch search) {
        GroupFilter filter = search.filter(access, groupAccess);
        PageRequest page = pages.requested(listing);
        List<RoomGroup> found = visibleGroups.list(filter, page.after(), page.limit() + 1);
        return pages.answer(
                page,
                found,
                group -> List.of(Names.key(group.name()), group.id().toString()),
                () -> visibleGroups.count(filter),
                groupAccess.views(found));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRoomGroup",
            summary = "Read a room group",
            description = "With the rooms in it that the caller sees.")
    @APIResponse(
            responseCode = "200",
            description = "The group.",
            content = @Content(schema = @Schema(implementation = RoomGroupView.class)))
    public Response get(@PathParam("id") UUID id) {
        RoomGroup group = known(id, groups.find(id));
        if (!groupAccess.mayRead(group)) {
            throw ProblemException.lacking(Permission.ROOM_GROUPS_VIEW);
        }
        return etags.answer(groupAccess.view(group));
    }

    @POST
    @Operation(
            operationId = "createRoomGroup",
            summary = "Add a room group",
            description =
                    "To the caller's own tenant. It needs `room-groups:create` over all of it, and to put rooms in"
                            + " `room-groups:modify` as well.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = RoomGroupView.class)))
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.CREATE)
    public Response create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RoomGroupRequest.class)))
                    Body<RoomGroupRequest> body) {
        return changes.run(() -> {
            UUID tenant = roomAccess.requireOverOwnTenant(Permission.ROOM_GROUPS_CREATE);
            return changes.once(body, request -> {
                if (!request.rooms().isEmpty()) {
                    roomAccess.requireOverOwnTenant(Permission.ROOM_GROUPS_MODIFY);
                    members.require(tenant, request.named(), request.rooms());
                }
                RoomGroup group = GroupAnswers.done(
                        createRoomGroup.create(tenant, request.asDetails(), request.rooms(), audit.provenance()));
                return Answer.created("/v1/room-groups/" + group.id(), groupAccess.view(group));
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeRoomGroup",
            summary = "Change a room group",
            description = "It needs `room-groups:modify` over the group, and over each room that is put in. Rooms in it"
                    + " that the caller does not see stay. Rooms that come into a delegation by it need `partners:manage`"
                    + " too, unless the setting `delegationGuard` is off.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = RoomGroupView.class)))
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.UPDATE)
    public Response change(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = RoomGroupRequest.class)))
                    Body<RoomGroupRequest> body) {
        return changes.run(() -> {
            RoomGroup present = lockedToModify(id);
            List<UUID> before = groupAccess.visibleMembers(present);
            RoomGroupRequest request = body.patch(RoomGroupRequest.of(present, before));
            Set<UUID> joining = difference(request.rooms(), before);
            members.require(present.tenantId(), request.named(), joining);
            guard.require(present, joining);
            etags.requireMatch(groupAccess.view(present));
            RoomGroup group = GroupAnswers.done(changeRoomGroup.change(
                    present, request.asDetails(), joining, difference(before, request.rooms()), audit.provenance()));
            return Answer.done(groupAccess.view(group));
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteRoomGroup",
            summary = "Delete a room group",
            description =
                    "Its rooms stay. It leaves every delegation and every role's scope; one that named nothing else"
                            + " then covers nothing.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @Audited(category = AuditEntry.Category.ROOM_GROUP, operation = AuditEntry.Operation.DELETE)
    public Response delete(@PathParam("id") UUID id) {
        return changes.run(() -> {
            RoomGroup group = lockedToModify(id);
            return changes.once(() -> {
                etags.requireMatch(groupAccess.view(group));
                changeRoomGroup.delete(group, audit.provenance());
                return Answer.deleted();
            });
        });
    }

    /** Found and known to the caller; the refusal else stands in the log of the tenant whose group it is. */
    private RoomGroup known(UUID id, Optional<RoomGroup> found) {
        found.ifPresent(group -> audit.concerns(subjects.of(group, audit.provenance())));
        return groupAccess.known(id, found).orElseThrow(ProblemException::notFound);
    }

    /** Nobody holds up what it may not change. */
    private RoomGroup lockedToModify(UUID id) {
        groupAccess.requireModify(known(id, groups.find(id)));
        RoomGroup group = known(id, groups.lock(id));
        groupAccess.requireModify(group);
        return group;
    }

    private static Set<UUID> difference(Collection<UUID> of, Collection<UUID> without) {
        Set<UUID> rest = new HashSet<>(of);
        without.forEach(rest::remove);
        return rest;
    }

    /** How a page is described in the reference. */
    @Schema(name = "RoomGroupPage")
    record RoomGroupPage(
            List<RoomGroupView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
