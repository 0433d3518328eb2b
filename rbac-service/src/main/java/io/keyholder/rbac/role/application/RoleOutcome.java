package io.keyholder.rbac.role.application;

import io.keyholder.rbac.limit.application.Limit;
import io.keyholder.rbac.role.domain.Role;

/** What became of a change of a role. */
public sealed interface RoleOutcome {
    record Done(Role role) implements RoleOutcome {}

    /** @param assignments how many went with it */
    record Removed(int assignments) implements RoleOutcome {}

    record LimitReached(Limit limit) implements RoleOutcome {}

    record NameTaken(String name) implements RoleOutcome {}

    record BuiltIn(Role role) implements RoleOutcome {}
}
