package io.keyholder.tenantrelationship.relationship;

import io.keyholder.tenantrelationship.relationship.model.Relationship.Status;
import io.keyholder.web.list.Selection;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of relationships. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RelationshipSearch extends Selection {
    /** A relationship was created when it was established. */
    private static final List<String> ORDERS = List.of("establishedAt", "createdAt", "name");

    /** The two sides a tenant can be on. */
    public enum SideFilter {
        CUSTOMER,
        PARTNER
    }

    @Parameter(description = "Those in which the caller's tenant is on this side.")
    @QueryParam("side")
    SideFilter side;

    @Parameter(description = "Relationships in any of these states. Default: those that have not been terminated.")
    @QueryParam("status")
    List<Status> status;

    @Parameter(description = "Relationships whose other side's name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    @Parameter(
            description =
                    "The order, descending with a minus before it. `createdAt` is the same as `establishedAt`, `name` the"
                            + " other side's.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"establishedAt", "-establishedAt", "createdAt", "-createdAt", "name", "-name"
                            },
                            defaultValue = "-establishedAt"))
    @QueryParam("sort")
    String sort;

    List<Status> statuses() {
        return status == null || status.isEmpty() ? List.of(Status.ACTIVE, Status.SUSPENDED) : status;
    }

    Sort order() {
        return Sort.parseLatestFirst(sort, ORDERS);
    }
}
