package io.keyholder.rbac.grant;

import io.keyholder.access.Caller;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.model.Holdings;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * What somebody holds in a context, from this service's own tables: with the context locked it cannot change before the
 * transaction ends, whereas what decisions are made from in memory may be a moment old.
 */
@ApplicationScoped
public class HeldInContext {
    private final AssignmentStore assignments;
    private final RoleStore roles;
    private final Clock clock;

    HeldInContext(AssignmentStore assignments, RoleStore roles, Clock clock) {
        this.assignments = assignments;
        this.roles = roles;
        this.clock = clock;
    }

    Holdings of(Caller who, Context context) {
        if (!who.belongsTo(context.memberTenant()) || context.status() != Context.Status.OPEN) {
            return Holdings.nothing();
        }
        if (context.isOwn() && who.globalAdmin()) {
            return Holdings.everything();
        }
        Holdings held = Holdings.nothing();
        for (Assignment assignment :
                assignments.unended(context.id(), who.principals().toList(), clock.instant())) {
            Role role = roles.get(assignment.roleId()).orElseThrow();
            AssignmentDetails details = assignment.details();
            held = held.and(context.reached(role.permissions()), details.scope(), details.period());
        }
        return held;
    }
}
