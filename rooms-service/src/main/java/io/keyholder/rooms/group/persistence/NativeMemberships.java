package io.keyholder.rooms.group.persistence;

import io.keyholder.rooms.group.application.Memberships;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.RoomPlacement;
import io.keyholder.rooms.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Memberships as sets of rows, past the entities: a group can hold a hundred thousand rooms. */
@ApplicationScoped
class NativeMemberships implements Memberships {
    private final EntityManager database;
    private final Rooms rooms;

    NativeMemberships(EntityManager database, Rooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    @Override
    public List<RoomPlacement> add(UUID groupId, Collection<UUID> roomIds) {
        lockRooms(roomIds);
        return moved(groupId, 1, ids("""
                insert into room_group_member (room_id, group_id, status, name_key, created_at)
                select id, :group, status, name_key, created_at from room where id = any(cast(:rooms as uuid[]))
                on conflict do nothing
                returning room_id
                """, groupId, roomIds));
    }

    @Override
    public List<RoomPlacement> remove(UUID groupId, Collection<UUID> roomIds) {
        lockRooms(roomIds);
        return moved(groupId, -1, ids("""
                delete from room_group_member where group_id = :group and room_id = any(cast(:rooms as uuid[]))
                returning room_id
                """, groupId, roomIds));
    }

    @Override
    @SuppressWarnings("unchecked") // The one column is an id.
    public List<RoomPlacement> removeAll(UUID groupId) {
        List<UUID> managed = database.createNativeQuery(
                        "select room_id from room_group_member where group_id = :group and status = 'ACTIVE'",
                        UUID.class)
                .setParameter("group", groupId)
                .getResultList();
        return remove(groupId, managed);
    }

    @Override
    public long size(UUID groupId) {
        return (Long) database.createNativeQuery("select room_count from room_group where id = :group", Long.class)
                .setParameter("group", groupId)
                .getSingleResult();
    }

    @Override
    public Map<UUID, List<UUID>> members(Collection<UUID> groupIds, List<Reach> reaches) {
        Map<UUID, List<UUID>> members = new LinkedHashMap<>();
        if (groupIds.isEmpty() || reaches.isEmpty()) {
            return members;
        }
        Parameters parameters = new Parameters();
        String among = parameters.add(SqlArray.of(groupIds));
        String branches = reaches.stream()
                .map(reach -> branch(reach, among, parameters))
                .collect(Collectors.joining(" union all ", "select group_id, room_id from (", ") m"));
        List<Object[]> rows = parameters
                .bound(database.createNativeQuery(branches + " order by group_id, name_key, room_id", Object[].class))
                .getResultList();
        rows.forEach(row -> members.computeIfAbsent((UUID) row[0], group -> new ArrayList<>())
                .add((UUID) row[1]));
        return members;
    }

    private static String branch(Reach reach, String among, Parameters parameters) {
        return "select m.group_id, m.room_id, m.name_key from room_group_member m join room_group g on g.id = m.group_id"
                + " where m.group_id = any(cast(" + among + " as uuid[])) and m.status = 'ACTIVE' and g.tenant_id = "
                + parameters.add(reach.customerId()) + parameters.within(reach, "m.room_id");
    }

    /** In one order, so that two that move the same rooms wait for each other and do not block for ever. */
    private void lockRooms(Collection<UUID> roomIds) {
        if (!roomIds.isEmpty()) {
            database.createNativeQuery(
                            "select id from room where id = any(cast(:rooms as uuid[])) order by id for update",
                            UUID.class)
                    .setParameter("rooms", SqlArray.of(roomIds))
                    .getResultList();
        }
    }

    @SuppressWarnings("unchecked") // The one column is an id.
    private List<UUID> ids(String sql, UUID groupId, Collection<UUID> roomIds) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        Query query = database.createNativeQuery(sql, UUID.class);
        return query.setParameter("group", groupId)
                .setParameter("rooms", SqlArray.of(roomIds))
                .getResultList();
    }

    private List<RoomPlacement> moved(UUID groupId, int sign, List<UUID> roomIds) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        database.createNativeQuery("update room set version = version + 1 where id = any(cast(:rooms as uuid[]))")
                .setParameter("rooms", SqlArray.of(roomIds))
                .executeUpdate();
        database.createNativeQuery("update room_group set room_count = room_count + :more where id = :group")
                .setParameter("more", sign * roomIds.size())
                .setParameter("group", groupId)
                .executeUpdate();
        return rooms.placements(roomIds);
    }
}
