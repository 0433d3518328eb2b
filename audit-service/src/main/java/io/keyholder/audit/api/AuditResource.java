package io.keyholder.audit.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.access.Permission;
import io.keyholder.audit.application.AuditEntries;
import io.keyholder.audit.application.ExportLog;
import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import io.keyholder.audit.domain.Retention;
import io.keyholder.web.Access;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.download.Download;
import io.keyholder.web.list.Listing;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own tenant's log, and no other's. */
@Path("/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "What was changed, and what was refused, in the caller's own tenant.")
class AuditResource {
    private final AuditEntries entries;
    private final ExportLog exportLog;
    private final Retention retention;
    private final Access access;
    private final RequestAudit audit;
    private final QueryParameters queryParameters;
    private final Pages pages;
    private final ObjectMapper json;
    private final Clock clock;

    AuditResource(
            AuditEntries entries,
            ExportLog exportLog,
            Retention retention,
            Access access,
            RequestAudit audit,
            QueryParameters queryParameters,
            Pages pages,
            ObjectMapper json,
            Clock clock) {
        this.entries = entries;
        this.exportLog = exportLog;
        this.retention = retention;
        this.access = access;
        this.audit = audit;
        this.queryParameters = queryParameters;
        this.pages = pages;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Path("/events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "List audit events",
            description =
                    "Changes and refused changes in the caller's own tenant, those of partners included, the newest"
                            + " first. Needs `audit:view`.")
    public Page<AuditEventView> list(@BeanParam Listing listing, @BeanParam AuditParameters parameters) {
        access.requireOwn(Permission.AUDIT_VIEW);
        LogQuery query = parameters.query(access.tenant(), retention.earliest());
        PageRequest page = pages.requested(listing);
        return pages.page(
                page,
                entries.list(query, position(page), page.limit() + 1),
                entry -> List.of(entry.time().toString(), entry.id().toString()),
                () -> entries.count(query),
                AuditEventView::of);
    }

    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportAuditEvents",
            summary = "Export audit events",
            description =
                    "The same events as a file, as many as there are, by default all that is kept: 180 days. The export"
                            + " is itself recorded. Needs `audit:export`. In CSV a name that a spreadsheet would take"
                            + " for a formula has an apostrophe before it. A connection that breaks means that the"
                            + " file is not whole.")
    @APIResponse(
            responseCode = "200",
            description = "The events, the newest first.",
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
                            description = "The form of the file.",
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
        ExportLog.Export export = exportLog.begin(query, file, audit.provenance());
        return new Download(
                file, format.mediaType(), new LogContent(exportLog, export, form(format)), request.connection());
    }

    private LogContent.Form form(ExportFormat format) {
        return switch (format) {
            case CSV -> CsvEntries::new;
            case JSONL -> out -> new JsonLines(json.writerFor(AuditEventView.class), out);
        };
    }

    private static Optional<Position> position(PageRequest page) {
        return page.isFirst()
                ? Optional.empty()
                : Optional.of(new Position(
                        Instant.parse(page.after().get(0)),
                        UUID.fromString(page.after().get(1))));
    }
}
