package io.keyholder.tenantrelationship.relationship;

import io.keyholder.tenantrelationship.relationship.model.Relationship.Status;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of relationships. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RelationshipSearch {
    /** A relationship was created when it was established. */
    private static final List<String> ORDERS = List.of("establishedAt", "createdAt", "name");

    /** The two sides a tenant can be on. */
    public enum SideFilter {
        CUSTOMER,
        PARTNER
    }

    @QueryParam("side")
    SideFilter side;

    @Parameter(description = "Any of these; without it those that have not been terminated.")
    @QueryParam("status")
    List<Status> status;

    @QueryParam("q")
    String q;

    @Parameter(description = "These alone.")
    @QueryParam("ids")
    List<UUID> ids;

    @Parameter(description = "Changed then or later.")
    @QueryParam("updatedSince")
    Instant updatedSince;

    @Parameter(
            description =
                    "`establishedAt`, `createdAt`, which is the same, or the other side's `name`, or with - before"
                            + " it.")
    @QueryParam("sort")
    String sort;

    List<Status> statuses() {
        return status == null || status.isEmpty() ? List.of(Status.ACTIVE, Status.SUSPENDED) : status;
    }

    Sort order() {
        return Sort.parseLatestFirst(sort, ORDERS);
    }
}
