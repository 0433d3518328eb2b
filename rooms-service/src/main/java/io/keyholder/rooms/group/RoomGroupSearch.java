package io.keyholder.rooms.group;

import io.keyholder.access.AccessContext;
import io.keyholder.rooms.room.RoomSearch;
import io.keyholder.web.list.Selection;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of groups. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RoomGroupSearch extends Selection {

    @Parameter(description = "Only groups of these customers. One that the caller cannot see has no groups here.")
    @QueryParam("customerId")
    List<UUID> customerId;

    @Parameter(description = "Groups whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    @Parameter(description = "PARTNER leaves out the caller's own tenant.")
    @QueryParam("view")
    RoomSearch.View view;

    @Parameter(
            description = "The order, descending with a minus before it.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"name", "-name", "createdAt", "-createdAt"},
                            defaultValue = "name"))
    @QueryParam("sort")
    String sort;

    /** What the caller sees of what is asked for. */
    GroupFilter filter(UUID tenant, GroupAccess groups) {
        return new GroupFilter(
                groups.sights(context -> isAskedFor(context, tenant)),
                among(),
                Optional.ofNullable(q),
                since(),
                Sort.parse(sort, GroupFilter.SORTED_BY));
    }

    private boolean isAskedFor(AccessContext context, UUID tenant) {
        return (customerId == null || customerId.isEmpty() || customerId.contains(context.customerId()))
                && !(view == RoomSearch.View.PARTNER && context.customerId().equals(tenant));
    }
}
