package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which groups rooms are in. */
@ApplicationScoped
class GroupsOfRooms {
    private final EntityManager database;

    GroupsOfRooms(EntityManager database) {
        this.database = database;
    }

    Map<UUID, Set<UUID>> of(Collection<UUID> roomIds) {
        Map<UUID, Set<UUID>> groups = new HashMap<>();
        if (roomIds.isEmpty()) {
            return groups;
        }
        List<Object[]> rows = database.createNativeQuery("""
                        select room_id, group_id from room_group_member where room_id = any(cast(:rooms as uuid[]))
                        """, Object[].class)
                .setParameter("rooms", SqlArray.of(roomIds))
                .getResultList();
        for (Object[] row : rows) {
            groups.computeIfAbsent((UUID) row[0], room -> new HashSet<>()).add((UUID) row[1]);
        }
        return groups;
    }

    /** Memberships repeat what lists order and filter by. */
    void repeat(List<Room> rooms) {
        List<UUID> grouped = rooms.stream()
                .filter(room -> !room.groupIds().isEmpty())
                .map(Room::id)
                .toList();
        if (!grouped.isEmpty()) {
            database.createNativeQuery("""
                            update room_group_member m set status = r.status, name_key = r.name_key
                            from room r where r.id = any(cast(:rooms as uuid[])) and m.room_id = r.id
                            """)
                    .setParameter("rooms", SqlArray.of(grouped))
                    .executeUpdate();
        }
    }
}
