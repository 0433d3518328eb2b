package io.keyholder.rooms.reach.model;

import io.keyholder.access.AccessScope;
import io.keyholder.contracts.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How far somebody reaches among one customer's rooms: what the assignments' scope covers, and for a partner the delegation too.
 * Lists turn it into SQL; single rooms are compared with it.
 *
 * @param own whether the customer's own users ask; partners never reach unenrolled rooms
 * @param limits each must cover a room; none of them is ALL, so an empty list means every room of the customer
 */
public record Reach(UUID customerId, boolean own, List<AccessScope> limits) {

    public Reach {
        limits = limits.stream().filter(limit -> !limit.all()).distinct().toList();
    }

    /** A tenant's reach among its own rooms. */
    public static Reach own(UUID tenantId, AccessScope scope) {
        return new Reach(tenantId, true, List.of(scope));
    }

    /** A partner's reach: never past the delegation. */
    public static Reach delegated(UUID customerId, AccessScope scope, Scope delegation) {
        return new Reach(customerId, false, List.of(scope, AccessScope.of(delegation)));
    }

    /** As far as this, and no farther than the scope. */
    public Reach within(AccessScope scope) {
        return within(new Reach(customerId, own, List.of(scope)));
    }

    /** What both cover. */
    public Reach within(Reach other) {
        List<AccessScope> all = new ArrayList<>(limits);
        all.addAll(other.limits);
        return new Reach(customerId, own && other.own, all);
    }

    public boolean coversEverything() {
        return limits.isEmpty();
    }

    public boolean covers(RoomPlacement room) {
        return room.tenantId().equals(customerId)
                && (own || room.active())
                && limits.stream().allMatch(limit -> limit.covers(room.roomId(), room.groupIds()));
    }

    /** Whether the group itself lies within, whatever rooms it holds: each limit names it. */
    public boolean names(UUID groupId) {
        return limits.stream().allMatch(limit -> limit.roomGroupIds().contains(groupId));
    }
}
