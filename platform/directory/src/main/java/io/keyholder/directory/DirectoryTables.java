package io.keyholder.directory;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Keeps others' rooms, groups and delegations. Each take keeps the newer of what is told and what is known. */
@ApplicationScoped
class DirectoryTables {
    private static final String NEWER = " where (known.epoch, known.version) < (excluded.epoch, excluded.version)";

    private static final String TAKE_ROOM = """
            insert into known_room as known (id, tenant_id, group_ids, active, epoch, version)
            values (:id, :tenant, :groups, :active, :epoch, :version)
            on conflict (id) do update set tenant_id = excluded.tenant_id, group_ids = excluded.group_ids,
                active = excluded.active, epoch = excluded.epoch, version = excluded.version
            """ + NEWER;

    private final Database database;

    DirectoryTables(Database database) {
        this.database = database;
    }

    /** One kind each. */
    enum Table {
        ROOM("known_room", "id"),
        ROOM_GROUP("known_room_group", "id"),
        DELEGATION("known_delegation", "relationship_id");

        private final String table;
        private final String key;

        Table(String table, String key) {
            this.table = table;
            this.key = key;
        }
    }

    /** What an event says of a room. */
    record Told(RoomState room, Sequence sequence) {}

    /** Rooms come by the hundred thousand, when a customer imports them: a batch is one round trip. */
    void takeRooms(List<Told> rooms) {
        database.updateAll(rooms.stream()
                .map(told -> at(told.sequence(), Sql.of(TAKE_ROOM))
                        .bind("id", told.room().id())
                        .bind("tenant", told.room().tenantId())
                        .bind("groups", Sql.ids(told.room().groupIds()))
                        .bind("active", !told.room().isEnded()))
                .toList());
    }

    void take(RoomGroupState group, Sequence sequence) {
        database.update(at(sequence, Sql.of("""
                insert into known_room_group as known (id, tenant_id, active, epoch, version)
                values (:id, :tenant, :active, :epoch, :version)
                on conflict (id) do update set tenant_id = excluded.tenant_id, active = excluded.active,
                    epoch = excluded.epoch, version = excluded.version
                """ + NEWER))
                .bind("id", group.id())
                .bind("tenant", group.tenantId())
                .bind("active", !group.isEnded()));
    }

    void take(DelegationState delegation, Sequence sequence) {
        Scope scope = delegation.roomScope();
        database.update(at(sequence, Sql.of("""
                insert into known_delegation as known
                    (relationship_id, all_rooms, room_ids, room_group_ids, active, epoch, version)
                values (:id, :all, :rooms, :groups, :active, :epoch, :version)
                on conflict (relationship_id) do update set all_rooms = excluded.all_rooms, room_ids = excluded.room_ids,
                    room_group_ids = excluded.room_group_ids, active = excluded.active,
                    epoch = excluded.epoch, version = excluded.version
                """ + NEWER))
                .bind("id", delegation.relationshipId())
                .bind("all", scope.coversAll())
                .bind("rooms", Sql.ids(scope.roomIds()))
                .bind("groups", Sql.ids(scope.roomGroupIds()))
                .bind("active", !delegation.isEnded()));
    }

    /** Lets it cover nothing until something newer is told of it. */
    void disable(Table of, UUID id) {
        database.update(Sql.of("update " + of.table + " set active = false where " + of.key + " = :id")
                .bind("id", id));
    }

    void forget(Table of, UUID id) {
        database.update(Sql.of("delete from " + of.table + " where " + of.key + " = :id")
                .bind("id", id));
    }

    /** Forgets what was last heard of in an older epoch. */
    void forgetBefore(Table of, int epoch) {
        database.update(
                Sql.of("delete from " + of.table + " where epoch < :epoch").bind("epoch", epoch));
    }

    boolean has(Table of, UUID id, Sequence sequence) {
        String known = "select epoch from " + of.table + " where " + of.key
                + " = :id and (epoch, version) >= (:epoch, :version)";
        return database.first(at(sequence, Sql.of(known)).bind("id", id), row -> row.number("epoch"))
                .isPresent();
    }

    private static Sql at(Sequence sequence, Sql sql) {
        return sql.bind("epoch", sequence.epoch()).bind("version", sequence.version());
    }
}
