package io.keyholder.access;

import io.keyholder.contracts.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The union of the scopes of several assignments: all rooms of the context, or the named rooms and those of the named
 * groups. In a relationship it is yet to be cut to the delegation, which the owner of the rooms does.
 */
public record AccessScope(boolean all, Set<UUID> roomIds, Set<UUID> roomGroupIds) {

    private static final AccessScope ALL = new AccessScope(true, Set.of(), Set.of());
    private static final AccessScope NOTHING = new AccessScope(false, Set.of(), Set.of());

    public AccessScope {
        roomIds = Set.copyOf(roomIds);
        roomGroupIds = Set.copyOf(roomGroupIds);
    }

    public static AccessScope everything() {
        return ALL;
    }

    public static AccessScope nothing() {
        return NOTHING;
    }

    public static AccessScope of(Scope scope) {
        return scope.coversAll()
                ? ALL
                : new AccessScope(false, Set.copyOf(scope.roomIds()), Set.copyOf(scope.roomGroupIds()));
    }

    /** All of them together. */
    public static AccessScope union(List<Scope> scopes) {
        if (scopes.size() == 1) {
            return of(scopes.getFirst());
        }
        List<UUID> rooms = new ArrayList<>(scopes.size());
        List<UUID> groups = new ArrayList<>(scopes.size());
        for (Scope scope : scopes) {
            if (scope.coversAll()) {
                return ALL;
            }
            rooms.addAll(scope.roomIds());
            groups.addAll(scope.roomGroupIds());
        }
        return new AccessScope(false, Set.copyOf(rooms), Set.copyOf(groups));
    }

    public AccessScope and(AccessScope other) {
        if (all || other.all) {
            return ALL;
        }
        return new AccessScope(false, union(roomIds, other.roomIds), union(roomGroupIds, other.roomGroupIds));
    }

    public boolean isEmpty() {
        return !all && roomIds.isEmpty() && roomGroupIds.isEmpty();
    }

    /** Whether a room that is in these groups is covered. */
    public boolean covers(UUID roomId, Set<UUID> groupsOfRoom) {
        return all || roomIds.contains(roomId) || groupsOfRoom.stream().anyMatch(roomGroupIds::contains);
    }

    private static Set<UUID> union(Set<UUID> left, Set<UUID> right) {
        Set<UUID> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }
}
