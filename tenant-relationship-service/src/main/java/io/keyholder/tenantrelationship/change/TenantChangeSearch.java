package io.keyholder.tenantrelationship.change;

import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.web.list.Selection;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of a tenant's changes. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class TenantChangeSearch extends Selection {
    private static final List<String> ORDERS = List.of("createdAt");

    @Parameter(description = "Changes in any of these states. Default: all.")
    @QueryParam("status")
    List<TenantChange.Status> status;

    @Parameter(
            description = "The order, descending with a minus before it.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"createdAt", "-createdAt"},
                            defaultValue = "-createdAt"))
    @QueryParam("sort")
    String sort;

    List<TenantChange.Status> statuses() {
        return status == null ? List.of() : status;
    }

    Sort order() {
        return Sort.parseLatestFirst(sort, ORDERS);
    }
}
