package io.keyholder.access.projection;

import io.keyholder.access.AccessContext;
import io.keyholder.access.HeldAssignment;
import io.keyholder.access.HeldRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Sequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Roles by id, and assignments by the principals they name: a question costs what the caller's own assignments cost. */
final class RolesAndAssignments {
    private record Placed(HeldAssignment assignment, List<Principal> members) {}

    private final Map<UUID, HeldRole> roles = new ConcurrentHashMap<>();
    private final Map<UUID, Placed> assignments = new ConcurrentHashMap<>();
    private final Map<Principal, List<HeldAssignment>> byPrincipal = new ConcurrentHashMap<>();
    private final Repeated repeated;

    RolesAndAssignments(Repeated repeated) {
        this.repeated = repeated;
    }

    void put(RoleState role, Sequence sequence) {
        if (role.isEnded()) {
            roles.remove(role.id());
            return;
        }
        AccessContext context = repeated.context(role.tenantId(), role.relationshipId());
        roles.put(
                role.id(),
                new HeldRole(role.id(), role.key(), role.name(), context, known(role.permissions()), sequence));
    }

    void removeRole(UUID id) {
        roles.remove(id);
    }

    void put(AssignmentState state) {
        if (state.isEnded()) {
            removeAssignment(state.id());
            return;
        }
        Placed now = new Placed(held(state), members(state));
        Placed before = assignments.put(state.id(), now);
        now.members().forEach(member -> replace(member, state.id(), now.assignment()));
        if (before != null) {
            before.members().stream()
                    .filter(member -> !now.members().contains(member))
                    .forEach(member -> replace(member, state.id(), null));
        }
    }

    void removeAssignment(UUID id) {
        Placed removed = assignments.remove(id);
        if (removed != null) {
            removed.members().forEach(member -> replace(member, id, null));
        }
    }

    Optional<HeldRole> role(UUID id) {
        return Optional.ofNullable(roles.get(id));
    }

    List<HeldAssignment> assignmentsOf(Principal principal) {
        return byPrincipal.getOrDefault(principal, List.of());
    }

    Optional<AccessContext> contextOfAssignment(UUID id) {
        return Optional.ofNullable(assignments.get(id))
                .map(placed -> placed.assignment().context());
    }

    /** In one step for each principal, so that a reader never sees an assignment of its own missing while it changes. */
    private void replace(Principal member, UUID assignmentId, @Nullable HeldAssignment by) {
        byPrincipal.compute(member, (unused, held) -> {
            Stream<HeldAssignment> others = held == null
                    ? Stream.empty()
                    : held.stream().filter(assignment -> !assignment.id().equals(assignmentId));
            List<HeldAssignment> now = by == null
                    ? others.toList()
                    : Stream.concat(others, Stream.of(by)).toList();
            // Copied, because a list of one, as most are, is then smaller.
            return now.isEmpty() ? null : List.copyOf(now);
        });
    }

    private List<Principal> members(AssignmentState state) {
        return state.members().stream().distinct().map(repeated::principal).collect(Collectors.toUnmodifiableList());
    }

    private HeldAssignment held(AssignmentState state) {
        return new HeldAssignment(
                state.id(),
                repeated.id(state.roleId()),
                repeated.sequence(state.roleVersion()),
                repeated.context(state.tenantId(), state.relationshipId()),
                repeated.scope(state.scope()),
                state.startsAt(),
                state.endsAt());
    }

    private static Set<Permission> known(List<String> names) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> Permission.named(name).ifPresent(permissions::add));
        return permissions;
    }
}
