package io.keyholder.rooms.room.persistence;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.application.VisibleRooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class NativeVisibleRooms implements VisibleRooms {
    private final EntityManager database;
    private final PanacheRooms rooms;

    NativeVisibleRooms(EntityManager database, PanacheRooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    @Override
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    public List<Room> list(RoomFilter filter, List<String> after, int limit) {
        RoomStatement statement = statement(filter);
        if (statement.isEmpty()) {
            return List.of();
        }
        Query query = database.createNativeQuery(statement.page(after, limit), RoomEntity.class);
        statement.parameters().forEach(query::setParameter);
        return rooms.asRooms((List<RoomEntity>) query.getResultList());
    }

    @Override
    public long count(RoomFilter filter) {
        RoomStatement statement = statement(filter);
        if (statement.isEmpty()) {
            return 0;
        }
        Query query = database.createNativeQuery(statement.count(), Long.class);
        statement.parameters().forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private RoomStatement statement(RoomFilter filter) {
        Map<UUID, Long> sizes = sizes(filter);
        return new RoomStatement(filter, group -> sizes.getOrDefault(group, 0L));
    }

    /** Needed only where there is a choice of ways. */
    private Map<UUID, Long> sizes(RoomFilter filter) {
        Set<UUID> groups = new HashSet<>();
        filter.reaches().stream()
                .filter(reach -> reach.limits().size() > 1)
                .flatMap(reach -> reach.limits().stream())
                .map(AccessScope::roomGroupIds)
                .forEach(groups::addAll);
        Map<UUID, Long> sizes = new HashMap<>();
        if (!groups.isEmpty()) {
            List<Object[]> rows = database.createNativeQuery(
                            "select id, room_count from room_group where id = any(cast(:groups as uuid[]))",
                            Object[].class)
                    .setParameter("groups", SqlArray.of(groups))
                    .getResultList();
            rows.forEach(row -> sizes.put((UUID) row[0], ((Number) row[1]).longValue()));
        }
        return sizes;
    }
}
