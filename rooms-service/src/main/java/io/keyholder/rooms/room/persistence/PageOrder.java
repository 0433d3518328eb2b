package io.keyholder.rooms.room.persistence;

import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.application.RoomFilter.Order.Key;

/** Order, position and length of a page, in SQL. Memberships have the columns of the order under the same names. */
final class PageOrder {
    /** For counting. */
    static final PageOrder NONE = new PageOrder("", "", "", "", "");

    private final String key;
    private final String direction;
    private final String comparison;
    private final String position;
    private final String limit;

    PageOrder(RoomFilter.Order order, boolean goesOn) {
        this(
                switch (order.key()) {
                    case NAME -> "name_key";
                    case CREATED_AT -> "created_at";
                },
                order.descending() ? " desc" : "",
                order.descending() ? " < " : " > ",
                goesOn ? position(order.key()) : "",
                " limit :limit");
    }

    private PageOrder(String key, String direction, String comparison, String position, String limit) {
        this.key = key;
        this.direction = direction;
        this.comparison = comparison;
        this.position = position;
        this.limit = limit;
    }

    private static String position(Key key) {
        return switch (key) {
            case NAME -> "cast(:afterKey as text) collate \"C\"";
            case CREATED_AT -> "cast(:afterKey as timestamptz)";
        };
    }

    String columns(String table, String id) {
        return table + "." + key + ", " + table + "." + id;
    }

    String by(String table, String id) {
        return key.isEmpty() ? "" : " order by " + table + "." + key + direction + ", " + table + "." + id + direction;
    }

    /** Only what comes after the last row of the page before. */
    String after(String table, String id) {
        return position.isEmpty()
                ? ""
                : " and (" + columns(table, id) + ")" + comparison + "(" + position + ", :afterId)";
    }

    String limit() {
        return limit;
    }
}
