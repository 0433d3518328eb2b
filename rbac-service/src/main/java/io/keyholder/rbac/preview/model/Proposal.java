package io.keyholder.rbac.preview.model;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.model.Role;
import java.util.Optional;
import java.util.Set;

/** A change that somebody thinks of making. */
public sealed interface Proposal {

    /** The context in which it would change something. */
    Context context();

    /** The role would hold these permissions. */
    record ChangedRole(Context context, Role role, Set<Permission> permissions) implements Proposal {}

    /** @param before the assignment that it would change; empty when it would make a new one */
    record GivenRole(Context context, Role role, Optional<Assignment> before, AssignmentDetails after)
            implements Proposal {}

    /** The relationship's delegation would be this. */
    record ChangedDelegation(Context context, Scope roomScope) implements Proposal {}

    /**
     * A partner would be invited.
     *
     * @param context the customer's own
     * @param permissions what a Primary admin could hold
     */
    record NewInvitation(Context context, Scope roomScope, Set<Permission> permissions) implements Proposal {}
}
