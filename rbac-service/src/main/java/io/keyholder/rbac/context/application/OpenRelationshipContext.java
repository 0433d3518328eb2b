package io.keyholder.rbac.context.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.application.AssignmentEvents;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.application.RoleEvents;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An acceptance gives the relationship its Primary admin role and the first Primary admins, under the ids it minted. */
@ApplicationScoped
public class OpenRelationshipContext {
    private final Contexts contexts;
    private final Roles roles;
    private final Assignments assignments;
    private final RoleEvents roleEvents;
    private final AssignmentEvents assignmentEvents;
    private final Clock clock;

    OpenRelationshipContext(
            Contexts contexts,
            Roles roles,
            Assignments assignments,
            RoleEvents roleEvents,
            AssignmentEvents assignmentEvents,
            Clock clock) {
        this.contexts = contexts;
        this.roles = roles;
        this.assignments = assignments;
        this.roleEvents = roleEvents;
        this.assignmentEvents = assignmentEvents;
        this.clock = clock;
    }

    /**
     * @param relationship as the acceptance knows it
     * @param roleId of the Primary admin role
     * @param assignmentId of the first assignment
     */
    public void open(Context relationship, UUID roleId, UUID assignmentId, List<Member> primaryAdmins, Provenance by) {
        Context context = contexts.lockOrAdd(relationship);
        if (roles.find(roleId).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Role role = Role.builtIn(roleId, context, BuiltInRole.PRIMARY_ADMIN, now);
        Assignment first = Assignment.ofFirstPrimaryAdmins(assignmentId, role, primaryAdmins, now);
        if (context.isClosed()) {
            // It ended before it began. Who awaits the two learns that they are no more.
            assignmentEvents.withdrawn(first, by);
            roleEvents.withdrawn(role, by);
            return;
        }
        roles.add(role);
        roleEvents.created(role, by);
        assignments.add(first);
        assignmentEvents.created(first, by);
    }
}
