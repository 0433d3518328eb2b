package io.keyholder.audit.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.access.Permission;
import io.keyholder.audit.log.AuditEventView;
import io.keyholder.audit.log.AuditParameters;
import io.keyholder.audit.log.model.LogQuery;
import io.keyholder.audit.retention.model.Retention;
import io.keyholder.web.Access;
import io.keyholder.web.change.Changes;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log of the caller's own tenant as a file. */
@Path("/audit/export")
@RunOnVirtualThread
@Tag(name = "Audit")
class AuditExportResource {
    private final ExportLog exportLog;
    private final Retention retention;
    private final Access access;
    private final Changes changes;
    private final QueryParameters queryParameters;
    private final ObjectMapper json;
    private final Clock clock;

    AuditExportResource(
            ExportLog exportLog,
            Retention retention,
            Access access,
            Changes changes,
            QueryParameters queryParameters,
            ObjectMapper json,
            Clock clock) {
        this.exportLog = exportLog;
        this.retention = retention;
        this.access = access;
        this.changes = changes;
        this.queryParameters = queryParameters;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportAuditEvents",
            summary = "Export audit events",
            description =
                    "The same events as a file, as many as there are, by default everything that is kept: 180 days."
                            + " The export is itself recorded. Needs `audit:export`. In CSV, a name that a spreadsheet would take"
                            + " for a formula starts with an apostrophe. If the connection breaks, the file is incomplete.")
    @APIResponse(
            responseCode = "200",
            description = "The events, newest first.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The file's name.",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = AuditEventView.class))
            })
    public Download export(
            @BeanParam AuditParameters parameters,
            @Parameter(
                            description = "The format of the file.",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"csv", "jsonl"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @Nullable
                    String formatName,
            @Context HttpServerRequest request) {
        access.requireOwn(Permission.AUDIT_EXPORT);
        queryParameters.require();
        ExportFormat format = ExportFormat.named(formatName);
        LogQuery query = parameters.query(access.tenant(), retention.earliest());
        String file = ExportName.of(query.period(), clock.instant(), format);
        ExportLog.Export export = exportLog.begin(query, file, changes.provenance());
        return new Download(
                file, format.mediaType(), new LogContent(exportLog, export, form(format)), request.connection());
    }

    private LogContent.Form form(ExportFormat format) {
        return switch (format) {
            case CSV -> CsvEntries::new;
            case JSONL -> out -> new JsonLines(json.writerFor(AuditEventView.class), out);
        };
    }
}
