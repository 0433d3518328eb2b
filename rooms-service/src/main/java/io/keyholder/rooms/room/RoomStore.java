package io.keyholder.rooms.room;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.model.Location;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final String NEW_VALUES = """
            unnest(:ids, :tenants, :names, :nameKeys, :countries, :states, :cities, :buildings, :floors,
                   :capacities, :timeZones, :externalIds, :statuses, :created, :updated, :versions)
            """;

    private static final String COLUMNS = """
            id, tenant_id, name, name_key, country, state, city, building, floor, capacity, time_zone, external_id, status,
            created_at, updated_at, version
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
                        """).bind("id", id), row -> row.optionalId("id").map(found -> read(row)));
    }

    /** Those of the ids that exist, in no order. */
    public List<Room> findAll(Collection<UUID> ids) {
        return database.list(Sql.of(SELECT + "where r.id = any(:ids)").bind("ids", Sql.ids(ids)), RoomStore::read);
    }

    /** The tenant's managed rooms with any of the external ids. */
    public List<Room> withExternalIds(UUID tenantId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : database.list(
                        Sql.of(SELECT + """
                                where r.tenant_id = :tenant and r.status = 'ACTIVE' and r.external_id = any(:externalIds)
                                """).bind("tenant", tenantId).bind("externalIds", Sql.texts(externalIds)),
                        RoomStore::read);
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
                RoomStore::readPlacement);
    }

    /** Of every room there ever was. */
    Stream<RoomPlacement> placements() {
        return database.all(
                after -> Sql.of(PLACEMENT + "where r.id > :after order by r.id limit 1000")
                        .bind("after", after),
                RoomStore::readPlacement,
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
            database.update(values(Sql.of("insert into room (" + COLUMNS + ") select * from " + NEW_VALUES), created));
        }
        if (!changed.isEmpty()) {
            update(changed);
        }
    }

    private void update(List<Room> rooms) {
        database.update(values(Sql.of("""
                        update room r set name = n.name, name_key = n.name_key, country = n.country, state = n.state,
                            city = n.city, building = n.building, floor = n.floor, capacity = n.capacity, time_zone = n.time_zone,
                            external_id = n.external_id, status = n.status, updated_at = n.updated_at, version = n.version
                        from
                        """ + NEW_VALUES + " n (" + COLUMNS + ") where r.id = n.id"), rooms));
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

    private static Sql values(Sql sql, List<Room> rooms) {
        return sql.bind("ids", Sql.ids(rooms, Room::id))
                .bind("tenants", Sql.ids(rooms, Room::tenantId))
                .bind("names", Sql.texts(rooms, Room::name))
                .bind("nameKeys", Sql.texts(rooms, room -> Names.key(room.name())))
                .bind("countries", location(rooms, Location::country))
                .bind("states", location(rooms, Location::state))
                .bind("cities", location(rooms, Location::city))
                .bind("buildings", location(rooms, Location::building))
                .bind("floors", location(rooms, Location::floor))
                .bind("capacities", capacities(rooms))
                .bind("timeZones", Sql.texts(rooms, room -> room.details().timeZone()))
                .bind("externalIds", Sql.texts(rooms, room -> room.details().externalId()))
                .bind("statuses", Sql.texts(rooms, Room::status))
                .bind("created", Sql.times(rooms.stream().map(Room::createdAt).toList()))
                .bind("updated", Sql.times(rooms.stream().map(Room::updatedAt).toList()))
                .bind("versions", rooms.stream().map(Room::version).toArray(Long[]::new));
    }

    private static @Nullable String[] location(List<Room> rooms, Function<Location, ?> part) {
        return Sql.texts(rooms, room -> part.apply(room.details().location()));
    }

    private static @Nullable Integer[] capacities(List<Room> rooms) {
        return rooms.stream()
                .map(room -> room.details().capacity().orElse(null))
                .toArray(Integer[]::new);
    }

    static Room read(Row row) {
        Location location = new Location(
                row.text("country"),
                row.optionalText("state"),
                row.optionalText("city"),
                row.optionalText("building"),
                row.optionalText("floor"));
        return new Room(
                row.id("id"),
                row.id("tenant_id"),
                new RoomDetails(
                        row.text("name"),
                        location,
                        row.optionalInteger("capacity"),
                        row.optionalText("time_zone").map(ZoneId::of),
                        row.optionalText("external_id")),
                row.constant("status", Room.Status.class),
                Set.copyOf(row.ids("group_ids")),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }

    private static RoomPlacement readPlacement(Row row) {
        return new RoomPlacement(
                row.id("id"),
                row.id("tenant_id"),
                Set.copyOf(row.ids("group_ids")),
                row.constant("status", Room.Status.class) == Room.Status.ACTIVE,
                row.number("version"));
    }
}
