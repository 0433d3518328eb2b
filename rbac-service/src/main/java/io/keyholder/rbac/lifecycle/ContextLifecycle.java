package io.keyholder.rbac.lifecycle;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.AssignmentCommands;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.context.ContextStore;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.RoleCommands;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Locked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins and ends contexts with the tenants and relationships that they belong to, in the transaction that heard of these. */
@ApplicationScoped
class ContextLifecycle {
    private final ContextStore contexts;
    private final RoleStore roles;
    private final RoleCommands roleCommands;
    private final AssignmentCommands assignmentCommands;

    ContextLifecycle(
            ContextStore contexts, RoleStore roles, RoleCommands roleCommands, AssignmentCommands assignmentCommands) {
        this.contexts = contexts;
        this.roles = roles;
        this.roleCommands = roleCommands;
        this.assignmentCommands = assignmentCommands;
    }

    /** Gives a tenant its own context with the built-in roles, whose ids are minted once. */
    void openTenant(UUID tenantId, Sequence sequence, Provenance by) {
        contexts.take(Context.ownOf(tenantId), sequence).ifPresent(context -> {
            Set<String> present = roles.of(tenantId).stream()
                    .flatMap(role -> role.key().stream())
                    .collect(Collectors.toSet());
            Arrays.stream(BuiltInRole.values())
                    .filter(role -> role.context() == BuiltInRole.Context.OWN_TENANT && !present.contains(role.key()))
                    .forEach(role -> roleCommands.provide(context, role, by));
        });
    }

    /**
     * Gives an accepted relationship its Primary admin role and the first Primary admins, under the ids that the acceptance minted.
     * One that ended before it began gets neither, and whoever awaits the two learns that they are no more.
     *
     * @param relationship as the acceptance knows it
     * @param roleId of the Primary admin role
     * @param assignmentId of the first assignment
     */
    void openRelationship(
            Context relationship, UUID roleId, UUID assignmentId, List<Member> primaryAdmins, Provenance by) {
        Locked<Context> context = contexts.lockOrAdd(relationship);
        if (roles.get(roleId).isPresent()) {
            return;
        }
        if (context.now().isClosed()) {
            Role never = roleCommands.withdraw(context, roleId, by);
            assignmentCommands.withdraw(never, assignmentId, primaryAdmins, by);
        } else {
            Role role = roleCommands.open(context, roleId, by);
            assignmentCommands.open(role, assignmentId, primaryAdmins, by);
        }
    }

    /** Keeps a relationship's context in step with it. At the end the context closes first, and is emptied then. */
    void follow(Context told, Sequence sequence, Provenance by) {
        Optional<Locked<Context>> taken = contexts.take(told, sequence);
        if (taken.isPresent() && told.isClosed()) {
            roles.all(taken.get()).forEach(role -> roleCommands.end(role, by));
        }
    }
}
