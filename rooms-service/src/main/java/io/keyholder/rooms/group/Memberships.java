package io.keyholder.rooms.group;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.reach.RoomCondition;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.RoomRecords;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rooms are in which groups, as sets of rows: a group can hold a hundred thousand rooms. A move takes effect for rooms that are
 * not in the group yet, or are, and raises the versions of those alone. The group must be locked by the caller's transaction, and so
 * must the rooms ({@link #lock}): one that is not managed any more does not move.
 */
@ApplicationScoped
class Memberships {
    private final Database database;
    private final RoomStore rooms;
    private final RoomRecords records;
    private final Event<RoomsJoining> joins;
    private final Clock clock;

    Memberships(Database database, RoomStore rooms, RoomRecords records, Event<RoomsJoining> joins, Clock clock) {
        this.database = database;
        this.rooms = rooms;
        this.records = records;
        this.joins = joins;
        this.clock = clock;
    }

    /**
     * Which rooms have moved.
     */
    record Moved(List<UUID> joined, List<UUID> left) {}

    /**
     * All at once and in one order, so that two that move the same rooms queue instead of deadlocking.
     *
     * @return the rooms as they stay until the transaction ends
     */
    List<RoomPlacement> lock(Collection<UUID> roomIds) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        database.list(
                Sql.of("select id from room where id = any(:rooms) order by id for update")
                        .bind("rooms", Sql.ids(roomIds)),
                row -> row.id("id"));
        return rooms.placements(roomIds);
    }

    /** How many rooms the group has, unenrolled ones included. */
    long size(UUID groupId) {
        return database.one(
                Sql.of("select room_count from room_group where id = :group").bind("group", groupId),
                row -> row.number("room_count"));
    }

    /** @param joining which are not in the group yet */
    Moved move(UUID groupId, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        if (!joining.isEmpty()) {
            joins.fire(new RoomsJoining(groupId, joining, by));
        }
        List<RoomPlacement> left = remove(groupId, leaving);
        List<RoomPlacement> joined = add(groupId, joining);
        records.regrouped(Stream.concat(joined.stream(), left.stream()), by);
        return new Moved(idsOf(joined), idsOf(left));
    }

    /**
     * Its managed rooms lose a group that is about to be deleted; unenrolled ones leave silently, for their last state is published.
     *
     * @return which
     */
    List<UUID> moveAllOut(UUID groupId, Provenance by) {
        List<UUID> managed = database.list(
                Sql.of("select room_id from room_group_member where group_id = :group and status = 'ACTIVE'")
                        .bind("group", groupId),
                row -> row.id("room_id"));
        lock(managed);
        List<RoomPlacement> left = remove(groupId, managed);
        records.regrouped(left.stream(), by);
        return idsOf(left);
    }

    /** The managed rooms of each group that somebody reaches, by name. A group without any is left out. */
    Map<UUID, List<UUID>> members(Collection<UUID> groupIds, List<Reach> reaches) {
        if (groupIds.isEmpty() || reaches.isEmpty()) {
            return Map.of();
        }
        Sql sql = Sql.empty();
        String among = sql.valueOf(groupIds);
        String branches = reaches.stream()
                .map(reach -> """
                        select m.group_id, m.room_id, m.name_key from room_group_member m join room_group g on g.id = m.group_id
                        where m.group_id = any(%s) and m.status = 'ACTIVE' and g.tenant_id = %s%s
                        """.formatted(
                                among, sql.value(reach.customerId()), RoomCondition.andWithin(reach, "m.room_id", sql)))
                .collect(Collectors.joining(" union all "));
        sql.append("select group_id, room_id from (" + branches + ") m order by group_id, name_key, room_id");
        return database.list(sql, row -> Map.entry(row.id("group_id"), row.id("room_id"))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<RoomPlacement> add(UUID groupId, Collection<UUID> roomIds) {
        return moved(groupId, 1, roomIds, """
                insert into room_group_member (room_id, group_id, status, name_key, created_at)
                select id, :group, status, name_key, created_at from room
                where id = any(:rooms) and status = 'ACTIVE'
                on conflict do nothing
                returning room_id
                """);
    }

    private List<RoomPlacement> remove(UUID groupId, Collection<UUID> roomIds) {
        return moved(groupId, -1, roomIds, """
                delete from room_group_member where group_id = :group and room_id = any(:rooms) and status = 'ACTIVE'
                returning room_id
                """);
    }

    private List<RoomPlacement> moved(UUID groupId, int sign, Collection<UUID> roomIds, String sql) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        List<UUID> moved = database.list(
                Sql.of(sql).bind("group", groupId).bind("rooms", Sql.ids(roomIds)), row -> row.id("room_id"));
        if (moved.isEmpty()) {
            return List.of();
        }
        database.update(Sql.of("update room set version = version + 1, updated_at = :now where id = any(:rooms)")
                .bind("now", clock.instant())
                .bind("rooms", Sql.ids(moved)));
        database.update(Sql.of("update room_group set room_count = room_count + :more where id = :group")
                .bind("more", sign * moved.size())
                .bind("group", groupId));
        return rooms.placements(moved);
    }

    private static List<UUID> idsOf(List<RoomPlacement> rooms) {
        return rooms.stream().map(RoomPlacement::roomId).toList();
    }
}
