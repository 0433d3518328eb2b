package io.keyholder.rooms.transfer;

import io.keyholder.rooms.transfer.model.ImportedRoom.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of a CSV file of rooms. */
enum Column {
    ID("id", null),
    TENANT_ID("tenantId", null),
    EXTERNAL_ID("externalId", Field.EXTERNAL_ID),
    NAME("name", null),
    COUNTRY("country", null),
    STATE("state", Field.STATE),
    CITY("city", Field.CITY),
    BUILDING("building", Field.BUILDING),
    FLOOR("floor", Field.FLOOR),
    CAPACITY("capacity", Field.CAPACITY);

    static final List<Column> NEEDED = List.of(NAME, COUNTRY);

    private final String title;
    private final @Nullable Field field;

    Column(String title, @Nullable Field field) {
        this.title = title;
        this.field = field;
    }

    /** As it stands in the header. */
    String title() {
        return title;
    }

    /** What of a room is unsaid where the column is missing. */
    Optional<Field> field() {
        return Optional.ofNullable(field);
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
