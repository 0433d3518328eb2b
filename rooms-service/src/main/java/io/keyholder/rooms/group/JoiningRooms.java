package io.keyholder.rooms.group;

import io.keyholder.access.Permission;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.rooms.room.model.Room;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which rooms the caller may put into a group: it takes {@code room-groups:modify} over them as well. */
@RequestScoped
class JoiningRooms {
    private final RoomStore rooms;
    private final RoomAccess roomAccess;
    private final DelegationGuard guard;

    JoiningRooms(RoomStore rooms, RoomAccess roomAccess, DelegationGuard guard) {
        this.rooms = rooms;
        this.roomAccess = roomAccess;
        this.guard = guard;
    }

    /**
     * What a rule says of rooms that are to join a group.
     *
     * @param violations one for each that is not a managed room which the caller sees
     * @param permitted whether the caller may put all of them into a group
     */
    record Ruling(List<Violation> violations, boolean permitted) {}

    /**
     * @param named as the body names them
     * @param joining those that are not in the group yet
     */
    Ruling rule(UUID tenantId, List<UUID> named, Set<UUID> joining) {
        Map<UUID, Room> found =
                rooms.findAll(joining).stream().collect(Collectors.toMap(Room::id, Function.identity()));
        Optional<Reach> view = roomAccess.reach(Permission.ROOMS_VIEW, tenantId);
        Optional<Reach> modify = roomAccess.reach(Permission.ROOM_GROUPS_MODIFY, tenantId);
        List<Violation> violations = IntStream.range(0, named.size())
                .filter(place -> joining.contains(named.get(place)))
                .filter(place -> !isUsable(Optional.ofNullable(found.get(named.get(place))), view))
                .mapToObj(place ->
                        new Violation("roomIds[" + place + "]", ViolationCode.NOT_FOUND, "is not one of your rooms"))
                .toList();
        return new Ruling(violations, found.values().stream().allMatch(room -> isCovered(room, modify)));
    }

    /** Whether the caller may widen the delegations that name the group. */
    boolean mayWiden(RoomGroup group, Set<UUID> joining) {
        return guard.allows(group, joining);
    }

    private static boolean isUsable(Optional<Room> room, Optional<Reach> view) {
        return room.filter(Room::isActive).filter(one -> isCovered(one, view)).isPresent();
    }

    private static boolean isCovered(Room room, Optional<Reach> reach) {
        return reach.filter(one -> one.covers(room.placement())).isPresent();
    }
}
