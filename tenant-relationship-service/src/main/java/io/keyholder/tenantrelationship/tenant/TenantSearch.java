package io.keyholder.tenantrelationship.tenant;

import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.list.Selection;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of tenants. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class TenantSearch extends Selection {
    private static final List<String> ORDERS = List.of("name", "createdAt");

    @Parameter(description = "Tenants in any of these states.")
    @QueryParam("status")
    List<TenantDetails.Status> status;

    @Parameter(description = "Tenants whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    @Parameter(
            description = "The order, descending with a minus before it.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"name", "-name", "createdAt", "-createdAt"},
                            defaultValue = "name"))
    @QueryParam("sort")
    String sort;

    Sort order() {
        return Sort.parse(sort, ORDERS);
    }
}
