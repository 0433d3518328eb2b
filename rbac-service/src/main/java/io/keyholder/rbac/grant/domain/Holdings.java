package io.keyholder.rbac.grant.domain;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What somebody holds in one context at one moment: each permission, and over which rooms. */
public final class Holdings {
    private final Map<Permission, AccessScope> held;

    private Holdings(Map<Permission, AccessScope> held) {
        this.held = held;
    }

    public static Holdings nothing() {
        return new Holdings(new EnumMap<>(Permission.class));
    }

    /** A Global admin's in the own tenant. */
    public static Holdings everything() {
        return nothing().and(Set.of(Permission.values()), Scope.all());
    }

    /** These, and what one more assignment gives. */
    public Holdings and(Set<Permission> permissions, Scope scope) {
        Map<Permission, AccessScope> more = new EnumMap<>(Permission.class);
        more.putAll(held);
        permissions.forEach(permission -> more.merge(permission, AccessScope.of(scope), AccessScope::and));
        return new Holdings(more);
    }

    public Set<Permission> permissions() {
        return Set.copyOf(held.keySet());
    }

    public boolean holds(Permission permission) {
        return held.containsKey(permission);
    }

    /** Over which rooms the permission is held; over none when it is not held. */
    public AccessScope over(Permission permission) {
        return held.getOrDefault(permission, AccessScope.nothing());
    }

    /**
     * The first of the permissions that is not held over the whole of each scope; without a scope it is enough to hold
     * them at all. A group counts as held when it is named itself: that all its rooms of today are held says nothing of
     * those of tomorrow.
     *
     * @param groupsOfRooms of each room that a scope names, the groups it is in
     */
    public Optional<Permission> lacking(
            Set<Permission> permissions, Collection<Scope> scopes, Map<UUID, Set<UUID>> groupsOfRooms) {
        return permissions.stream()
                .sorted()
                .filter(permission -> !holds(permission)
                        || !scopes.stream().allMatch(scope -> covers(over(permission), scope, groupsOfRooms)))
                .findFirst();
    }

    private static boolean covers(AccessScope mine, Scope asked, Map<UUID, Set<UUID>> groupsOfRooms) {
        if (mine.all() || asked.coversAll()) {
            return mine.all();
        }
        return mine.roomGroupIds().containsAll(asked.roomGroupIds())
                && asked.roomIds().stream()
                        .allMatch(room -> mine.covers(room, groupsOfRooms.getOrDefault(room, Set.of())));
    }
}
