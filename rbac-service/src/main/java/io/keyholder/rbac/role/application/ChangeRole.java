package io.keyholder.rbac.role.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes custom roles in a context that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRole {
    private final Roles roles;
    private final TakenNames takenNames;
    private final RoleEvents events;

    ChangeRole(Roles roles, TakenNames takenNames, RoleEvents events) {
        this.roles = roles;
        this.takenNames = takenNames;
        this.events = events;
    }

    public RoleOutcome change(Context context, Role role, RoleDetails details, Provenance by) {
        if (role.type() == Role.Type.BUILT_IN) {
            return new RoleOutcome.BuiltIn(role);
        }
        if (takenNames.include(context.id(), role.id(), details)) {
            return new RoleOutcome.NameTaken(details.name());
        }
        Role changed = role.with(details);
        roles.update(changed);
        events.changed(role, changed, by);
        return new RoleOutcome.Done(changed);
    }
}
