package io.keyholder.audit.log;

import io.keyholder.access.Permission;
import io.keyholder.audit.retention.model.Retention;
import io.keyholder.web.Access;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of the caller's own tenant, and no other's. */
@Path("/audit/events")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "What was changed, and what was refused, in your own tenant.")
class AuditEventResource {
    private final LogStore log;
    private final Retention retention;
    private final Access access;
    private final Pages pages;

    AuditEventResource(LogStore log, Retention retention, Access access, Pages pages) {
        this.log = log;
        this.retention = retention;
        this.access = access;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listAuditEvents",
            summary = "List audit events",
            description = "Changes and refused changes in the caller's own tenant, those of partners included, newest"
                    + " first. Needs `audit:view`.")
    public Page<AuditEventView> list(@BeanParam ListParameters listing, @BeanParam AuditParameters parameters) {
        access.requireOwn(Permission.AUDIT_VIEW);
        return pages.page(
                listing, log.search(parameters.query(access.tenant(), retention.earliest())), AuditEventView::of);
    }
}
