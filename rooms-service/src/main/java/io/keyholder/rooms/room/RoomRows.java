package io.keyholder.rooms.room;

import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.model.Location;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.text.Names;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rooms as rows, any number of them in one statement. Their groups are rows of their own. */
final class RoomRows {
    private static final String NEW_VALUES = """
            unnest(:ids, :tenants, :names, :nameKeys, :countries, :states, :cities, :buildings, :floors,
                   :capacities, :timeZones, :externalIds, :statuses, :created, :updated, :versions)
            """;

    private static final String COLUMNS = """
            id, tenant_id, name, name_key, country, state, city, building, floor, capacity, time_zone, external_id, status,
            created_at, updated_at, version
            """;

    private RoomRows() {}

    static Sql insert(List<Room> rooms) {
        return values(Sql.of("insert into room (" + COLUMNS + ") select * from " + NEW_VALUES), rooms);
    }

    static Sql update(List<Room> rooms) {
        return values(Sql.of("""
                        update room r set name = n.name, name_key = n.name_key, country = n.country, state = n.state,
                            city = n.city, building = n.building, floor = n.floor, capacity = n.capacity, time_zone = n.time_zone,
                            external_id = n.external_id, status = n.status, updated_at = n.updated_at, version = n.version
                        from
                        """ + NEW_VALUES + " n (" + COLUMNS + ") where r.id = n.id"), rooms);
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
                        row.optionalText("time_zone"),
                        row.optionalText("external_id")),
                row.constant("status", Room.Status.class),
                Set.copyOf(row.ids("group_ids")),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }

    static RoomPlacement readPlacement(Row row) {
        return new RoomPlacement(
                row.id("id"),
                row.id("tenant_id"),
                Set.copyOf(row.ids("group_ids")),
                row.constant("status", Room.Status.class) == Room.Status.ACTIVE,
                row.number("version"));
    }
}
