package io.keyholder.rooms.room.api;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.rooms.room.application.CreateRooms;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many rooms at once. */
@Path("/rooms/import")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
class RoomImportResource {
    private final RoomImport roomImport;
    private final CreateRooms createRooms;
    private final RoomAccess roomAccess;
    private final RequestAudit audit;
    private final Changes changes;

    RoomImportResource(
            RoomImport roomImport,
            CreateRooms createRooms,
            RoomAccess roomAccess,
            RequestAudit audit,
            Changes changes) {
        this.roomImport = roomImport;
        this.createRooms = createRooms;
        this.roomAccess = roomAccess;
        this.audit = audit;
        this.changes = changes;
    }

    @POST
    @Consumes({RoomImport.CSV, RoomImport.LINES_OF_JSON})
    @Operation(
            operationId = "importRooms",
            summary = "Import rooms",
            description =
                    "All or nothing, at most 10,000 rooms and 16 MiB, into the caller's own tenant. CSV has a header:"
                            + " `name` and `country`, and any of `state`, `city`, `building`, `floor`, `capacity`."
                            + " NDJSON has on each line what `POST /v1/rooms` takes, as in"
                            + " `{\"name\": \"Rainier\", \"location\": {\"country\": \"US\"}}`. Bad lines are named in"
                            + " `violations` as `line N`, counted from 1; a CSV's header is line 1.")
    @APIResponse(
            responseCode = "201",
            description = "All were added.",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Response importRooms(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = RoomImport.CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "csv",
                                                        value = "name,country,city,capacity\nRainier,US,Seattle,12\n")),
                                @Content(
                                        mediaType = RoomImport.LINES_OF_JSON,
                                        schema = @Schema(implementation = String.class))
                            })
                    Body<RoomRequest> body) {
        return changes.run(() -> {
            UUID tenant = roomAccess.requireOverOwnTenant(Permission.ROOMS_CREATE);
            byte[] bytes = body.bytes();
            return changes.once(bytes, () -> {
                boolean csv = MediaType.valueOf(RoomImport.CSV).isCompatible(type);
                int created = createRooms
                        .create(tenant, roomImport.read(csv, bytes), audit.provenance())
                        .size();
                return Answer.createdMany(new Imported(created));
            });
        });
    }

    /** How many were added. */
    @Schema(name = "ImportedRooms", description = "How many rooms were added.")
    record Imported(@Schema(examples = "250") int created) {}
}
