package io.keyholder.rbac.administration;

import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.RoleFilter;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.list.NamedSelection;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of the list of roles. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class RoleSearch extends NamedSelection {

    @Parameter(description = "The relationship. Absent: the caller's own tenant.")
    @QueryParam("relationshipId")
    UUID relationshipId;

    @Parameter(description = "Built-in roles of these keys.")
    @QueryParam("key")
    List<String> key;

    @Parameter(description = "Built-in ones, or custom ones.")
    @QueryParam("type")
    List<Role.Type> type;

    @Parameter(description = "Roles whose name contains this, ignoring case.")
    @QueryParam("q")
    String q;

    RoleFilter in(Context context) {
        return new RoleFilter(
                context.id(),
                among(),
                key == null ? Set.of() : Set.copyOf(key),
                type == null ? Set.of() : Set.copyOf(type),
                Optional.ofNullable(q),
                since(),
                order());
    }
}
