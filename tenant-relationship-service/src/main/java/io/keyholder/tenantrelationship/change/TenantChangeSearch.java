package io.keyholder.tenantrelationship.change;

import io.keyholder.tenantrelationship.change.model.TenantChange;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters of the list of a tenant's changes. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class TenantChangeSearch {
    @Parameter(description = "Any of these; without it all.")
    @QueryParam("status")
    List<TenantChange.Status> status;
}
