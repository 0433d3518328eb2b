package io.keyholder.rooms.room;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Rooms in PostgreSQL. There can be a million of a tenant, so they are read and written as sets of rows, each set with one statement.
 */
@ApplicationScoped
public class RoomStore {
    private static final String SELECT = """
            select r.*, array(select m.group_id from room_group_member m where m.room_id = r.id) as group_ids from room r
            """;

    private static final String PLACEMENT = """
            select r.id, r.tenant_id, r.status, r.version,
                   array(select m.group_id from room_group_member m where m.room_id = r.id) as group_ids
            from room r
            """;

    private final Database database;

    RoomStore(Database database) {
        this.database = database;
    }

    /** Reads as much where there is no such room: the time of an answer does not tell a hidden room from none. */
    public Optional<Room> find(UUID id) {
        return database.one(
                Sql.of("""
                        select r.*, g.group_ids
                        from (select array(select group_id from room_group_member where room_id = :id) as group_ids) g
                        left join room r on r.id = :id
                        """).bind("id", id), row -> row.optionalId("id").map(found -> RoomRows.read(row)));
    }

    /** Those of the ids that exist, in no order. */
    public List<Room> findAll(Collection<UUID> ids) {
        return database.list(Sql.of(SELECT + "where r.id = any(:ids)").bind("ids", Sql.ids(ids)), RoomRows::read);
    }

    /** The tenant's managed rooms with any of the external ids. */
    public List<Room> withExternalIds(UUID tenantId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : database.list(
                        Sql.of(SELECT + """
                                where r.tenant_id = :tenant and r.status = 'ACTIVE' and r.external_id = any(:externalIds)
                                """).bind("tenant", tenantId).bind("externalIds", Sql.texts(externalIds)),
                        RoomRows::read);
    }

    public Optional<Locked<Room>> lock(UUID id) {
        // Read behind the lock, for its groups are rows of their own, which the lock waits for as well.
        boolean there = database.first(
                        Sql.of("select id from room where id = :id for update").bind("id", id), row -> row.id("id"))
                .isPresent();
        return there ? find(id).map(Locked::new) : Optional.empty();
    }

    /** The tenant's among them. In the order of their ids, so that transactions never deadlock. */
    public List<Locked<Room>> lockAll(UUID tenantId, Collection<UUID> ids) {
        List<UUID> own =
                database.list(Sql.of("""
                        select id from room where tenant_id = :tenant and id = any(:ids) order by id for update
                        """).bind("tenant", tenantId).bind("ids", Sql.ids(ids)), row -> row.id("id"));
        return findAll(own).stream().map(Locked::new).toList();
    }

    /** Nobody else gives an external id in the tenant until the transaction ends. Comes before any room is locked. */
    public void lockExternalIds(UUID tenantId) {
        database.lock("external-ids:" + tenantId);
    }

    /** What somebody looks for, over all customers at once. */
    public Results<Room> search(RoomFilter filter) {
        return new RoomQuery(database, filter);
    }

    /** Those of the ids that exist, by their ids. */
    public List<RoomPlacement> placements(Collection<UUID> ids) {
        return database.list(
                Sql.of(PLACEMENT + "where r.id = any(:ids) order by r.id").bind("ids", Sql.ids(ids)),
                RoomRows::readPlacement);
    }

    /** Of every room there ever was. */
    Stream<RoomPlacement> placements() {
        return database.all(
                after -> Sql.of(PLACEMENT + "where r.id > :after order by r.id limit 1000")
                        .bind("after", after),
                RoomRows::readPlacement,
                RoomPlacement::roomId);
    }

    /** Stores everything but the rooms' groups, which change with the groups. */
    void store(List<Changed<Room>> changes) {
        List<Room> created =
                changes.stream().filter(Changed::isCreation).map(Changed::after).toList();
        List<Room> changed = changes.stream()
                .filter(change -> !change.isCreation())
                .map(Changed::after)
                .toList();
        if (!created.isEmpty()) {
            database.update(RoomRows.insert(created));
        }
        if (!changed.isEmpty()) {
            update(changed);
        }
    }

    private void update(List<Room> rooms) {
        database.update(RoomRows.update(rooms));
        List<UUID> grouped = rooms.stream()
                .filter(room -> !room.groupIds().isEmpty())
                .map(Room::id)
                .toList();
        if (!grouped.isEmpty()) {
            // Memberships repeat what lists order and filter by.
            database.update(Sql.of("""
                    update room_group_member m set status = r.status, name_key = r.name_key
                    from room r where r.id = any(:rooms) and m.room_id = r.id
                    """).bind("rooms", Sql.ids(grouped)));
        }
    }
}
