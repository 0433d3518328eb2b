package io.keyholder.rbac.grant.application;

import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.grant.domain.Holdings;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.room.application.KnownRooms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Nobody grants what they do not hold in that context at that moment. The caller's transaction has locked the context. */
@ApplicationScoped
public class NoEscalation {
    private final HeldInContext held;
    private final NameableRooms nameable;
    private final KnownRooms rooms;
    private final Assignments assignments;
    private final Clock clock;

    NoEscalation(HeldInContext held, NameableRooms nameable, KnownRooms rooms, Assignments assignments, Clock clock) {
        this.held = held;
        this.nameable = nameable;
        this.rooms = rooms;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** To make a role of these permissions, which nobody has yet. */
    public Ruling creating(Caller by, Context context, Set<Permission> permissions) {
        return ruling(held.of(by, context), context, permissions, List.of());
    }

    /** To give a role these permissions: over all that the role is assigned over. */
    public Ruling changing(Caller by, Context context, Role role, Set<Permission> permissions) {
        Set<Permission> added = role.lacking(permissions);
        List<Scope> over = assignments.ofRole(role.id()).stream()
                .map(assignment -> assignment.details())
                .filter(details -> !details.period().hasEnded(clock.instant()))
                .map(AssignmentDetails::scope)
                .toList();
        return ruling(held.of(by, context), context, added, over);
    }

    /**
     * To assign a role of these permissions.
     *
     * @param before what the assignment has been so far; less of it, or the same, can always be left
     */
    public Ruling assigning(
            Caller by,
            Context context,
            Set<Permission> permissions,
            Optional<AssignmentDetails> before,
            AssignmentDetails after) {
        Holdings mine = held.of(by, context);
        Ruling naming = naming(mine, context, before.map(AssignmentDetails::scope), after.scope());
        if (!(naming instanceof Ruling.Fine)) {
            return naming;
        }
        return before.filter(after::isWithin).isPresent()
                ? new Ruling.Fine()
                : ruling(mine, context, permissions, List.of(after.scope()));
    }

    /** To name the rooms and groups of a scope: those that they can see, or that were named before. */
    public Ruling naming(Caller by, Context context, Optional<Scope> before, Scope after) {
        return naming(held.of(by, context), context, before, after);
    }

    private Ruling naming(Holdings mine, Context context, Optional<Scope> before, Scope after) {
        Scope known = before.orElse(Scope.selected(List.of(), List.of()));
        return nameable.firstUnknown(context, mine.over(Permission.ROOMS_VIEW), added(known, after))
                .orElseGet(Ruling.Fine::new);
    }

    private Ruling ruling(Holdings mine, Context context, Set<Permission> permissions, Collection<Scope> over) {
        Set<UUID> named = new HashSet<>();
        over.forEach(scope -> named.addAll(scope.roomIds()));
        return mine.lacking(permissions, over, rooms.groupsOf(context.customerId(), named))
                .<Ruling>map(Ruling.NotHeld::new)
                .orElseGet(Ruling.Fine::new);
    }

    /** What is named anew. What was named before may be gone since, and stays. */
    private static Scope added(Scope before, Scope after) {
        return Scope.selected(
                after.roomIds().stream()
                        .filter(id -> !before.roomIds().contains(id))
                        .toList(),
                after.roomGroupIds().stream()
                        .filter(id -> !before.roomGroupIds().contains(id))
                        .toList());
    }
}
