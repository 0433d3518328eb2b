package io.keyholder.rbac.grant.model;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What somebody holds in one context: each permission, over which rooms, and when. */
public final class Holdings {
    private final List<Share> shares;

    /** What one assignment gives. */
    private record Share(Set<Permission> permissions, AccessScope scope, Period period) {}

    private Holdings(List<Share> shares) {
        this.shares = shares;
    }

    public static Holdings nothing() {
        return new Holdings(List.of());
    }

    /** A Global admin's in the own tenant. */
    public static Holdings everything() {
        return nothing().and(Set.of(Permission.values()), Scope.all(), Period.always());
    }

    /** These, and what one more assignment gives. */
    public Holdings and(Set<Permission> permissions, Scope scope, Period period) {
        List<Share> more = new ArrayList<>(shares);
        more.add(new Share(permissions, AccessScope.of(scope), period));
        return new Holdings(List.copyOf(more));
    }

    /** What is held at some time, over whatever. */
    public Set<Permission> permissions() {
        EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
        shares.forEach(share -> held.addAll(share.permissions()));
        return held;
    }

    /** Whether the permission is held at the moment, over whatever. */
    public boolean holds(Permission permission, Instant moment) {
        return with(permission).stream().anyMatch(share -> share.period().isRunning(moment));
    }

    /** Over which rooms the permission is held at the moment; over none when it is not held. */
    public AccessScope over(Permission permission, Instant moment) {
        return shares.stream()
                .filter(share -> share.permissions().contains(permission)
                        && share.period().isRunning(moment))
                .map(Share::scope)
                .reduce(AccessScope.nothing(), AccessScope::and);
    }

    /**
     * The first of the permissions that is not held over the whole scope and for the whole period of each extent. Different
     * assignments may cover it together, and one take over from another as long as there is no gap between them. A group
     * counts as held when it is named itself: that all its rooms of today are held says nothing of those of tomorrow.
     *
     * @param groupsOfRooms of each room that a scope names, the groups it is in
     */
    public Optional<Permission> lacking(
            Set<Permission> permissions, Collection<Extent> extents, Map<UUID, Set<UUID>> groupsOfRooms) {
        return permissions.stream()
                .sorted()
                .filter(permission -> {
                    List<Share> mine = with(permission);
                    return !extents.stream().allMatch(extent -> cover(mine, extent, groupsOfRooms));
                })
                .findFirst();
    }

    private List<Share> with(Permission permission) {
        return shares.stream()
                .filter(share -> share.permissions().contains(permission))
                .toList();
    }

    private static boolean cover(List<Share> mine, Extent asked, Map<UUID, Set<UUID>> groupsOfRooms) {
        Scope scope = asked.scope();
        Period period = asked.period();
        if (scope.coversAll()) {
            return lasts(mine, AccessScope::all, period);
        }
        return lasts(mine, any -> true, period)
                && scope.roomGroupIds().stream()
                        .allMatch(group -> lasts(
                                mine, held -> held.all() || held.roomGroupIds().contains(group), period))
                && scope.roomIds().stream()
                        .allMatch(room -> lasts(
                                mine, held -> held.covers(room, groupsOfRooms.getOrDefault(room, Set.of())), period));
    }

    /** Whether those of the shares that cover it follow each other without a gap, from the period's start to its end. */
    private static boolean lasts(List<Share> shares, Predicate<AccessScope> covers, Period period) {
        Instant end = period.endsAt().orElse(Instant.MAX);
        Instant reached = period.startsAt().orElse(Instant.MIN);
        do {
            Instant from = reached;
            Optional<Instant> next = shares.stream()
                    .filter(share -> share.period().isRunning(from) && covers.test(share.scope()))
                    .map(share -> share.period().endsAt().orElse(Instant.MAX))
                    .max(Instant::compareTo);
            if (next.isEmpty()) {
                return false;
            }
            reached = next.get();
        } while (reached.isBefore(end));
        return true;
    }
}
