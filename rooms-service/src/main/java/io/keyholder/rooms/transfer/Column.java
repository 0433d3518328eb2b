package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyholder.rooms.room.model.RoomDetails;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column of a CSV file of rooms: where it stands in what creating a room takes, and what a room has there. */
enum Column {
    ID("id"),
    TENANT_ID("tenantId"),
    EXTERNAL_ID("", "externalId", RoomDetails::externalId),
    NAME("", "name", RoomDetails::name),
    COUNTRY("/location", "country", room -> room.location().country()),
    STATE("/location", "state", room -> room.location().state()),
    CITY("/location", "city", room -> room.location().city()),
    BUILDING("/location", "building", room -> room.location().building()),
    FLOOR("/location", "floor", room -> room.location().floor()),
    CAPACITY("", "capacity", RoomDetails::capacity),
    TIME_ZONE("", "timeZone", RoomDetails::timeZone);

    static final List<Column> NEEDED = List.of(NAME, COUNTRY);

    /** Those that say something of a room, and not which one it is. */
    static final Set<Column> OF_DETAILS = EnumSet.complementOf(EnumSet.of(ID, TENANT_ID));

    private final String parent;
    private final String title;
    private final Function<RoomDetails, Object> value;

    Column(String title) {
        this("", title, room -> "");
    }

    /** @param value of a room; may be an Optional */
    Column(String parent, String title, Function<RoomDetails, Object> value) {
        this.parent = parent;
        this.title = title;
        this.value = value;
    }

    /** As it stands in the header. */
    String title() {
        return title;
    }

    /** What a cell says of a room; empty: nothing. */
    String of(RoomDetails room) {
        Object found = value.apply(room);
        return found instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("")
                : found.toString();
    }

    /** Puts what a cell says into a request to create the room. */
    void put(JsonNode content, ObjectNode request) {
        (parent.isEmpty() ? request : request.withObject(parent)).set(title, content);
    }

    /** In any case, with or without spaces, hyphens and underscores. */
    static Optional<Column> titled(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(column -> plain(column.title).equals(plain))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
    }
}
