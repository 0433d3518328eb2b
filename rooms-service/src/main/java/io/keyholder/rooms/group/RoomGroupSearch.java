package io.keyholder.rooms.group;

import io.keyholder.access.AccessContext;
import io.keyholder.rooms.room.RoomSearch;
import io.keyholder.web.list.NamedSelection;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of groups. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RoomGroupSearch extends NamedSelection {

    @Parameter(description = "Only groups of these customers. One that the caller cannot see has no groups here.")
    @QueryParam("customerId")
    List<UUID> customerId;

    @Parameter(description = "Groups whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    @Parameter(description = "PARTNER leaves out the caller's own tenant.")
    @QueryParam("view")
    RoomSearch.View view;

    /** What the caller sees of what is asked for. */
    GroupFilter filter(UUID tenant, GroupAccess groups) {
        return new GroupFilter(
                groups.sights(context -> isAskedFor(context, tenant)),
                among(),
                Optional.ofNullable(q),
                since(),
                order());
    }

    private boolean isAskedFor(AccessContext context, UUID tenant) {
        return (customerId == null || customerId.isEmpty() || customerId.contains(context.customerId()))
                && !(view == RoomSearch.View.PARTNER && context.customerId().equals(tenant));
    }
}
