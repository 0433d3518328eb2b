package io.keyholder.rbac.room.persistence;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.rbac.room.application.RoomTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** In plain SQL: there can be millions of rooms, and a batch of events is one round trip. */
@ApplicationScoped
class JdbcRoomTables implements RoomTables {
    private static final String NEWER = " where (known.epoch, known.version) < (excluded.epoch, excluded.version)";

    private static final String TAKE_ROOM = """
            insert into known_room as known (id, tenant_id, group_ids, active, epoch, version) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set tenant_id = excluded.tenant_id, group_ids = excluded.group_ids,
                active = excluded.active, epoch = excluded.epoch, version = excluded.version
            """ + NEWER;

    private static final String TAKE_GROUP = """
            insert into known_room_group as known (id, tenant_id, active, epoch, version) values (?, ?, ?, ?, ?)
            on conflict (id) do update set tenant_id = excluded.tenant_id,
                active = excluded.active, epoch = excluded.epoch, version = excluded.version
            """ + NEWER;

    private static final String TAKE_DELEGATION = """
            insert into known_delegation as known
                (relationship_id, all_rooms, room_ids, room_group_ids, active, epoch, version)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (relationship_id) do update set all_rooms = excluded.all_rooms, room_ids = excluded.room_ids,
                room_group_ids = excluded.room_group_ids, active = excluded.active,
                epoch = excluded.epoch, version = excluded.version
            """ + NEWER;

    private final Sql sql;

    JdbcRoomTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void takeRooms(List<Told> rooms) {
        sql.updateAll(TAKE_ROOM, rooms.stream().map(JdbcRoomTables::columns).toList());
    }

    private static List<Object> columns(Told told) {
        RoomState room = told.room();
        Sequence sequence = told.sequence();
        return List.of(
                room.id(), room.tenantId(), room.groupIds(), !room.isEnded(), sequence.epoch(), sequence.version());
    }

    @Override
    public void take(RoomGroupState group, Sequence sequence) {
        sql.update(TAKE_GROUP, group.id(), group.tenantId(), !group.isEnded(), sequence.epoch(), sequence.version());
    }

    @Override
    public void take(DelegationState delegation, Sequence sequence) {
        Scope scope = delegation.roomScope();
        sql.update(
                TAKE_DELEGATION,
                delegation.relationshipId(),
                scope.coversAll(),
                scope.roomIds(),
                scope.roomGroupIds(),
                !delegation.isEnded(),
                sequence.epoch(),
                sequence.version());
    }

    @Override
    public void disable(Topic topic, UUID id) {
        sql.update("update " + table(topic) + " set active = false where " + key(topic) + " = ?", id);
    }

    @Override
    public void forget(Topic topic, UUID id) {
        sql.update("delete from " + table(topic) + " where " + key(topic) + " = ?", id);
    }

    @Override
    public void forgetBefore(Topic topic, int epoch) {
        sql.update("delete from " + table(topic) + " where epoch < ?", epoch);
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return !sql.ids(
                        "select " + key(topic) + " from " + table(topic) + " where " + key(topic)
                                + " = ? and (epoch, version) >= (?, ?)",
                        id,
                        sequence.epoch(),
                        sequence.version())
                .isEmpty();
    }

    private static String table(Topic topic) {
        return switch (topic) {
            case ROOMS -> "known_room";
            case ROOM_GROUPS -> "known_room_group";
            case DELEGATIONS -> "known_delegation";
            default -> throw new IllegalArgumentException("Not of these topics: " + topic);
        };
    }

    private static String key(Topic topic) {
        return topic == Topic.DELEGATIONS ? "relationship_id" : "id";
    }
}
