package io.keyholder.rbac.grant.application;

import io.keyholder.access.Caller;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.grant.domain.Holdings;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * What somebody holds in a context, from this service's own tables: with the context locked it cannot change before the
 * transaction ends, whereas what decisions are made from in memory may be a moment old.
 */
@ApplicationScoped
public class HeldInContext {
    private final Assignments assignments;
    private final Roles roles;
    private final Clock clock;

    HeldInContext(Assignments assignments, Roles roles, Clock clock) {
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
            Role role = roles.find(assignment.roleId()).orElseThrow();
            AssignmentDetails details = assignment.details();
            held = held.and(context.reached(role.permissions()), details.scope(), details.period());
        }
        return held;
    }
}
