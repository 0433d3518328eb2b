package io.keyholder.tenantrelationship.tenant;

import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of tenants. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class TenantSearch {
    private static final List<String> ORDERS = List.of("name", "createdAt");

    @QueryParam("status")
    List<TenantDetails.Status> status;

    @QueryParam("q")
    String q;

    @Parameter(description = "These alone.")
    @QueryParam("ids")
    List<UUID> ids;

    @Parameter(description = "Changed then or later.")
    @QueryParam("updatedSince")
    Instant updatedSince;

    @Parameter(description = "`name` or `createdAt`, or with - before it.")
    @QueryParam("sort")
    String sort;

    Sort order() {
        return Sort.parse(sort, ORDERS);
    }
}
