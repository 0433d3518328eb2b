package io.keyholder.rbac.role.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Creates custom roles in a context that the caller's transaction has locked. */
@ApplicationScoped
public class CreateRole {
    private final Roles roles;
    private final RoleEvents events;
    private final Clock clock;

    CreateRole(Roles roles, RoleEvents events, Clock clock) {
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    public RoleOutcome create(Context context, RoleDetails details, Provenance by) {
        Role role = Role.custom(Ids.next(), context, details, clock.instant());
        if (roles.isNameTaken(context.id(), role.id(), details)) {
            return new RoleOutcome.NameTaken(details.name());
        }
        roles.add(role);
        events.created(role, by);
        return new RoleOutcome.Done(role);
    }
}
