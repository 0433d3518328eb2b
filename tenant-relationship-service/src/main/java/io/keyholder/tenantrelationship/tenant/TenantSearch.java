package io.keyholder.tenantrelationship.tenant;

import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.list.NamedSelection;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of tenants. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class TenantSearch extends NamedSelection {
    @Parameter(description = "Tenants in any of these states.")
    @QueryParam("status")
    List<TenantDetails.Status> status;

    @Parameter(description = "Tenants whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    List<TenantDetails.Status> statuses() {
        return status == null ? List.of() : status;
    }
}
