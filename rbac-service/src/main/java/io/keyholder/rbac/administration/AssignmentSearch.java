package io.keyholder.rbac.administration;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.AssignmentFilter;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.web.list.NamedSelection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Filters and order of lists of assignments. */
@NullUnmarked // JAX-RS fills the fields, and leaves those null that the query does not name.
public class AssignmentSearch extends NamedSelection {

    /** @param everything whether the caller sees all of an assignment: whoever does not must not learn when the rest changed */
    AssignmentFilter in(
            Context context,
            Optional<UUID> roleId,
            Optional<Principal.Type> memberType,
            Optional<String> memberId,
            boolean everything) {
        return new AssignmentFilter(
                context.id(), roleId, memberType, memberId, among(), since().filter(time -> everything), order());
    }
}
