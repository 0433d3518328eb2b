package io.keyholder.rooms.transfer;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.problems.Violation;
import io.keyholder.record.Limit;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.transfer.model.ImportMode;
import io.keyholder.rooms.transfer.model.ImportPlan;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.request.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many rooms at once. */
@Path("/rooms/import")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms")
class RoomImportResource {
    private final ImportReader reader;
    private final ImportRooms importRooms;
    private final ImportSlots turns;
    private final ImportConfig limits;
    private final RoomAccess roomAccess;
    private final Changes changes;
    private final QueryParameters queryParameters;

    RoomImportResource(
            ImportReader reader,
            ImportRooms importRooms,
            ImportSlots turns,
            ImportConfig limits,
            RoomAccess roomAccess,
            Changes changes,
            QueryParameters queryParameters) {
        this.reader = reader;
        this.importRooms = importRooms;
        this.turns = turns;
        this.limits = limits;
        this.roomAccess = roomAccess;
        this.changes = changes;
        this.queryParameters = queryParameters;
    }

    /** An import that has been read. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way; never compared.
    private record Read(ImportedRooms rooms, byte[] hash) {}

    @POST
    @Consumes({RoomFile.TEXT_CSV, RoomFile.LINES_OF_JSON})
    @Operation(
            operationId = "importRooms",
            summary = "Import rooms",
            description = "All or nothing, at most 10,000 rooms and 16 MiB, into the caller's own tenant. It needs"
                    + " `rooms:create` over all of it, with `mode=UPSERT` also `rooms:modify`. CSV has a"
                    + " header, in any case and order: `name` and `country`, and any other member of a room"
                    + " and of its location that creating one takes, and `id`. Commas, semicolons and tabs"
                    + " separate cells; `charset` says what is not UTF-8. A country is named, or either of its"
                    + " ISO 3166-1 codes. NDJSON has on each line what `POST /v1/rooms` takes, as in"
                    + " `{\"name\": \"Rainier\", \"location\": {\"country\": \"US\"}}`, and may add `id`. Bad"
                    + " lines are named in `violations` as `line N`, counted from 1 (a CSV's header is line 1),"
                    + " and their message begins with the column.")
    @APIResponse(
            responseCode = "201",
            description = "All were added or changed.",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "With `dryRun`: what would be done, or all that is wrong.",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @Audited(category = AuditEntry.Category.ROOM, operation = AuditEntry.Operation.CREATE)
    public Answer<ImportAnswer> importRooms(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @BeanParam ImportParameters parameters,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = RoomFile.TEXT_CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "csv",
                                                        value = "name,country,city,capacity\nRainier,US,Seattle,12\n")),
                                @Content(
                                        mediaType = RoomFile.LINES_OF_JSON,
                                        schema = @Schema(implementation = String.class))
                            })
                    InputStream content) {
        try (Importing importing = new Importing(new MeteredBody(content, limits))) {
            return changes.run(
                    () -> {
                        UUID tenant = authorised(parameters.mode());
                        importing.awaitTurn(turns, tenant, Optional.ofNullable(length));
                        return read(type, parameters, tenant, importing.body());
                    },
                    read -> answer(parameters, authorised(parameters.mode()), read));
        }
    }

    private UUID authorised(ImportMode mode) {
        if (mode == ImportMode.UPSERT) {
            requireOwn(Permission.ROOMS_MODIFY);
        }
        return requireOwn(Permission.ROOMS_CREATE);
    }

    private UUID requireOwn(Permission permission) {
        return roomAccess.ownTenant(permission).orElseThrow(() -> ProblemException.lacking(permission));
    }

    private Read read(@Nullable MediaType type, ImportParameters parameters, UUID tenant, MeteredBody body) {
        ImportedRooms rooms = reader.read(type, parameters, tenant, body);
        return new Read(rooms, body.hash());
    }

    private Answer<ImportAnswer> answer(ImportParameters parameters, UUID tenant, Read read) {
        if (parameters.isDryRun()) {
            queryParameters.require();
            return Answer.plain(preview(tenant, parameters.mode(), read.rooms()));
        }
        return changes.onceHashed(read.hash(), () -> {
            requireNone(read.rooms().violations(List.of()));
            ImportRooms.Locking locking =
                    importRooms.plan(tenant, parameters.mode(), read.rooms().rooms());
            ImportPlan plan = locking.plan();
            requireNone(read.rooms().violations(plan.bad()));
            requireWithin(importRooms.count(tenant, plan));
            List<UUID> ids = importRooms.carryOut(tenant, locking, changes.provenance());
            return Answer.createdMany(ImportAnswer.done(plan, parameters.mode(), ids));
        });
    }

    private ImportAnswer preview(UUID tenant, ImportMode mode, ImportedRooms rooms) {
        ImportPlan plan = importRooms.preview(tenant, mode, rooms.rooms());
        List<Violation> violations = rooms.violations(plan.bad());
        if (!violations.isEmpty()) {
            return ImportAnswer.wouldNot(mode, violations);
        }
        requireWithin(importRooms.limitReachedBy(tenant, plan));
        return ImportAnswer.wouldDo(plan, mode);
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private static void requireWithin(Optional<Limit> reached) {
        reached.map(Limit::<ImportAnswer>refusal).ifPresent(refused -> {
            throw ProblemException.of(refused.type(), refused.detail());
        });
    }
}
