package io.keyholder.rooms.group.api;

import io.keyholder.access.AccessContext;
import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.room.api.RoomSearch;
import io.keyholder.web.Access;
import io.keyholder.web.list.Sort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** The filters and the order of the list of groups. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class GroupSearch {
    private static final List<String> ORDERS = List.of("name");

    @Parameter(description = "Groups of these customers alone. One that the caller does not see has no groups here.")
    @QueryParam("customerId")
    List<UUID> customerId;

    @Parameter(description = "Groups whose name contains this, without regard to case.")
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
                            enumeration = {"name", "-name"},
                            defaultValue = "name"))
    @QueryParam("sort")
    String sort;

    /** What the caller sees of what is asked for. */
    GroupFilter filter(Access access, GroupAccess groups) {
        UUID tenant = access.tenant();
        return new GroupFilter(
                groups.sights(context -> isAskedFor(context, tenant)),
                Set.of(),
                Optional.ofNullable(q),
                Sort.parse(sort, ORDERS).descending());
    }

    private boolean isAskedFor(AccessContext context, UUID tenant) {
        return (customerId == null || customerId.isEmpty() || customerId.contains(context.customerId()))
                && !(view == RoomSearch.View.PARTNER && context.customerId().equals(tenant));
    }
}
