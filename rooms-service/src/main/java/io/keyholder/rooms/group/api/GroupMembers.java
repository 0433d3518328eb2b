package io.keyholder.rooms.group.api;

import io.keyholder.access.Permission;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rooms the caller may put into a group: it takes {@code room-groups:modify} over them as well. */
@RequestScoped
class GroupMembers {
    private final Rooms rooms;
    private final RoomAccess roomAccess;

    GroupMembers(Rooms rooms, RoomAccess roomAccess) {
        this.rooms = rooms;
        this.roomAccess = roomAccess;
    }

    /**
     * @param named as the body names them
     * @param joining those that are not in the group yet
     * @throws ProblemException {@code invalid-request} naming each that is no room the caller sees, {@code forbidden}
     */
    void require(UUID tenantId, List<UUID> named, Set<UUID> joining) {
        Map<UUID, Room> found =
                rooms.findAll(joining).stream().collect(Collectors.toMap(Room::id, Function.identity()));
        requireVisible(named, joining, found, roomAccess.reach(Permission.ROOMS_VIEW, tenantId));
        Optional<Reach> modify = roomAccess.reach(Permission.ROOM_GROUPS_MODIFY, tenantId);
        boolean all = found.values().stream()
                .allMatch(room -> modify.map(reach -> reach.covers(room)).orElse(false));
        if (!all) {
            throw ProblemException.lacking(Permission.ROOM_GROUPS_MODIFY);
        }
    }

    private static void requireVisible(
            List<UUID> named, Set<UUID> joining, Map<UUID, Room> found, Optional<Reach> view) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Optional<Room> room = Optional.ofNullable(found.get(named.get(i)));
            boolean usable = room.filter(Room::isActive)
                    .flatMap(r -> view.map(reach -> reach.covers(r)))
                    .orElse(false);
            if (joining.contains(named.get(i)) && !usable) {
                violations.add(
                        new Violation("roomIds[" + i + "]", ViolationCode.NOT_FOUND, "is not one of your rooms"));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }
}
