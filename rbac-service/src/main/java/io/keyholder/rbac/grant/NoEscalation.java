package io.keyholder.rbac.grant;

import io.keyholder.access.Caller;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.rbac.assignment.AssignmentStore;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.model.Extent;
import io.keyholder.rbac.grant.model.Holdings;
import io.keyholder.rbac.grant.model.Ruling;
import io.keyholder.rbac.role.model.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Nobody grants what they do not hold in that context, over the whole scope and for the whole time; and nobody takes from
 * what reaches beyond the rooms over which they administer roles. The caller's transaction has locked the context.
 */
@ApplicationScoped
public class NoEscalation {
    private static final Ruling FINE = new Ruling.Fine();

    private final HeldInContext held;
    private final NameableRooms nameable;
    private final RoomDirectory rooms;
    private final AssignmentStore assignments;
    private final Clock clock;

    NoEscalation(
            HeldInContext held, NameableRooms nameable, RoomDirectory rooms, AssignmentStore assignments, Clock clock) {
        this.held = held;
        this.nameable = nameable;
        this.rooms = rooms;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** To make a role of these permissions, which nobody has yet. */
    public Ruling creating(Caller by, Context context, Set<Permission> permissions) {
        return giving(held.of(by, context), context, permissions, List.of(Extent.at(clock.instant())));
    }

    /** To let a role hold these permissions and no others: over all that, and as long as, the role is assigned. */
    public Ruling changing(Caller by, Context context, Role role, Set<Permission> permissions) {
        Holdings mine = held.of(by, context);
        List<Assignment> given = assignments.ofRole(role.id());
        Ruling taking = permissions.containsAll(role.permissions()) ? FINE : taking(mine, context, scopes(given));
        return first(taking, () -> giving(mine, context, role.lacking(permissions), extents(given, clock.instant())));
    }

    /** To end a role with all its assignments. */
    public Ruling ending(Caller by, Context context, Role role) {
        return mayAlwaysEnd(by, context)
                ? FINE
                : taking(held.of(by, context), context, scopes(assignments.ofRole(role.id())));
    }

    /** To end an assignment. */
    public Ruling ending(Caller by, Context context, Assignment assignment) {
        return mayAlwaysEnd(by, context)
                ? FINE
                : taking(
                        held.of(by, context),
                        context,
                        List.of(assignment.details().scope()));
    }

    /**
     * To assign a role of these permissions.
     *
     * @param before what the assignment has been so far: to leave it less is to take, anything else to give the whole of it
     */
    public Ruling assigning(
            Caller by,
            Context context,
            Set<Permission> permissions,
            Optional<AssignmentDetails> before,
            AssignmentDetails after) {
        Instant now = clock.instant();
        Holdings mine = held.of(by, context);
        Ruling naming = naming(mine, context, before.map(AssignmentDetails::scope), after.scope());
        Optional<AssignmentDetails> narrowed = before.filter(was -> !was.isWithin(after, now));
        boolean widened = before.filter(was -> after.isWithin(was, now)).isEmpty();
        return first(
                first(
                        naming,
                        () -> narrowed.map(was -> taking(mine, context, List.of(was.scope())))
                                .orElse(FINE)),
                () -> widened
                        ? giving(
                                mine,
                                context,
                                permissions,
                                List.of(Extent.remaining(after.scope(), after.period(), now)))
                        : FINE);
    }

    /** To name the rooms and groups of a scope: those that they can see, or that were named before. */
    public Ruling naming(Caller by, Context context, Optional<Scope> before, Scope after) {
        return naming(held.of(by, context), context, before, after);
    }

    private Ruling naming(Holdings mine, Context context, Optional<Scope> before, Scope after) {
        Scope known = before.orElse(Scope.selected(List.of(), List.of()));
        return nameable.firstUnknown(context, mine.over(Permission.ROOMS_VIEW, clock.instant()), added(known, after))
                .orElse(FINE);
    }

    private Ruling giving(Holdings mine, Context context, Set<Permission> permissions, List<Extent> extents) {
        return lacking(mine, context, permissions, extents)
                .<Ruling>map(Ruling.NotHeld::new)
                .orElse(FINE);
    }

    /** What is taken can be given again: it is enough to administer roles there now, for however long. */
    private Ruling taking(Holdings mine, Context context, List<Scope> from) {
        Instant now = clock.instant();
        Stream<Extent> extents =
                Stream.concat(Stream.of(Extent.at(now)), from.stream().map(scope -> Extent.over(scope, now)));
        return lacking(mine, context, Set.of(Permission.ROLES_MODIFY), extents.toList())
                .<Ruling>map(roles -> new Ruling.NotAdministered(mine.holds(roles, now)))
                .orElse(FINE);
    }

    private Optional<Permission> lacking(
            Holdings mine, Context context, Set<Permission> permissions, Collection<Extent> extents) {
        Set<UUID> named = new HashSet<>();
        extents.forEach(extent -> named.addAll(extent.scope().roomIds()));
        return mine.lacking(permissions, extents, rooms.groupsOf(context.customerId(), named));
    }

    /** The customer, whose rooms they are, ends what of its partners it likes. */
    private static boolean mayAlwaysEnd(Caller by, Context context) {
        return !context.isOwn() && by.belongsTo(context.customerId());
    }

    private static Ruling first(Ruling ruling, Supplier<Ruling> next) {
        return ruling instanceof Ruling.Fine ? next.get() : ruling;
    }

    private static List<Scope> scopes(List<Assignment> given) {
        return given.stream().map(assignment -> assignment.details().scope()).toList();
    }

    private static List<Extent> extents(List<Assignment> given, Instant now) {
        List<Extent> extents = new ArrayList<>(List.of(Extent.at(now)));
        given.stream()
                .map(Assignment::details)
                .filter(details -> !details.period().hasEnded(now))
                .map(details -> Extent.remaining(details.scope(), details.period(), now))
                .forEach(extents::add);
        return extents;
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
