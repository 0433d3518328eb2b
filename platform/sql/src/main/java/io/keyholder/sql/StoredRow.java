package io.keyholder.sql;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row as it is to be stored: each column is named once, with its value. Names are code, never input. */
public final class StoredRow {
    private final String table;
    private final String key;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<String> changing = new LinkedHashSet<>();

    private StoredRow(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /** @param table has a primary key that is called id */
    public static StoredRow of(String table, UUID id) {
        return of(table, "id", id);
    }

    /** @param key the primary key's column */
    public static StoredRow of(String table, String key, UUID id) {
        return new StoredRow(table, key).once(key, id);
    }

    /**
     * A column that never changes.
     *
     * @param value as {@link Sql} takes it; an empty Optional is null
     */
    public StoredRow once(String column, @Nullable Object value) {
        values.put(column, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    /** A column that changes: its value as in {@link #once}. */
    public StoredRow set(String column, @Nullable Object value) {
        changing.add(column);
        return once(column, value);
    }

    public Sql insert() {
        return bound("insert into " + table + " (" + listed(values.keySet(), column -> column) + ") values ("
                + listed(values.keySet(), column -> ":" + column) + ")");
    }

    /** Writes only what changes. */
    public Sql update() {
        Sql sql = Sql.of("update " + table + " set " + listed(changing, column -> column + " = :" + column) + " where "
                        + key + " = :" + key)
                .bind(key, values.get(key));
        changing.forEach(column -> sql.bind(column, values.get(column)));
        return sql;
    }

    /** Inserts it, or writes what changes where it is there. */
    public Sql upsert() {
        return insert().append(" on conflict (" + key + ") do update set "
                + listed(changing, column -> column + " = excluded." + column));
    }

    private Sql bound(String text) {
        Sql sql = Sql.of(text);
        values.forEach(sql::bind);
        return sql;
    }

    private static String listed(Set<String> columns, UnaryOperator<String> as) {
        return columns.stream().map(as).collect(Collectors.joining(", "));
    }
}
