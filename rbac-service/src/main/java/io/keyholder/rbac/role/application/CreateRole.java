package io.keyholder.rbac.role.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.limit.application.Limit;
import io.keyholder.rbac.limit.application.Limits;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Creates custom roles in a context that the caller's transaction has locked. */
@ApplicationScoped
public class CreateRole {
    private final Roles roles;
    private final TakenNames takenNames;
    private final RoleEvents events;
    private final Limits limits;
    private final Clock clock;

    CreateRole(Roles roles, TakenNames takenNames, RoleEvents events, Limits limits, Clock clock) {
        this.roles = roles;
        this.takenNames = takenNames;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    public RoleOutcome create(Context context, RoleDetails details, Provenance by) {
        Role role = Role.custom(Ids.next(), context, details, clock.instant());
        if (takenNames.include(context.id(), role.id(), details)) {
            return new RoleOutcome.NameTaken(details.name());
        }
        Optional<Limit> passed = limits.ofOneMoreRole(roles.countIn(context.id()));
        if (passed.isPresent()) {
            return new RoleOutcome.LimitReached(passed.get());
        }
        roles.add(role);
        events.created(role, by);
        return new RoleOutcome.Done(role);
    }
}
