package io.keyholder.rooms.transfer;

import io.keyholder.problems.CommonProblem;
import io.keyholder.rooms.room.RoomSearch;
import io.keyholder.web.ProblemException;
import io.keyholder.web.download.Download;
import io.keyholder.web.request.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All rooms as a file. */
@Path("/rooms/export")
@RunOnVirtualThread
@Tag(name = "Rooms")
class RoomExportResource {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final RoomExport export;
    private final QueryParameters queryParameters;
    private final Clock clock;

    RoomExportResource(RoomExport export, QueryParameters queryParameters, Clock clock) {
        this.export = export;
        this.queryParameters = queryParameters;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportRooms",
            summary = "Export rooms",
            description = "Every room on the list, as a file that you can import again unchanged with `mode=UPSERT`."
                    + " In CSV a text that a spreadsheet would take for a formula has an apostrophe before it,"
                    + " which the import takes away. Where rooms of other tenants are among them, `tenantId`"
                    + " says whose they are. A connection that breaks leaves the file incomplete.")
    @APIResponse(
            responseCode = "200",
            description = "The rooms.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The file's name.",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(mediaType = RoomFile.TEXT_CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = RoomFile.LINES_OF_JSON, schema = @Schema(implementation = String.class))
            })
    public Download export(
            @BeanParam RoomSearch search,
            @Parameter(
                            description = "The form of the file. Without it `Accept` says it.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"csv", "ndjson"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @Nullable
                    RoomFile format,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        export.filter(search);
        queryParameters.require();
        RoomFile form = format == null ? accepted(headers) : format;
        String name = "rooms-" + TIME.format(clock.instant()) + "." + form;
        return new Download(name, form.contentType(), out -> export.write(search, form, out), request.connection());
    }

    private static RoomFile accepted(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            Optional<RoomFile> form = Arrays.stream(RoomFile.values())
                    .filter(known -> known.is(accepted))
                    .findFirst();
            if (form.isPresent()) {
                return form.get();
            }
        }
        throw ProblemException.of(
                CommonProblem.NOT_ACCEPTABLE, "Accept `text/csv` or `application/x-ndjson`, or say it by `format`.");
    }
}
