package io.keyholder.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a result. A column that is null and is asked for by a method that returns no {@link Optional} is a mistake. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    private interface Getter<T> {
        @Nullable
        T get(ResultSet result) throws SQLException;
    }

    public UUID id(String column) {
        return required(column, optionalId(column));
    }

    public Optional<UUID> optionalId(String column) {
        return optional(r -> r.getObject(column, UUID.class));
    }

    /** Of a column {@code uuid[]}, none of which is null. */
    public List<UUID> ids(String column) {
        return required(column, optional(r -> r.getArray(column)).map(Row::idsOf));
    }

    public String text(String column) {
        return required(column, optionalText(column));
    }

    public Optional<String> optionalText(String column) {
        return optional(r -> r.getString(column));
    }

    /** Of a column {@code text[]}, none of which is null. */
    public List<String> texts(String column) {
        return required(column, optionalTexts(column));
    }

    public Optional<List<String>> optionalTexts(String column) {
        return optional(r -> r.getArray(column)).map(Row::textsOf);
    }

    public long number(String column) {
        return required(column, optionalNumber(column));
    }

    public Optional<Long> optionalNumber(String column) {
        return optional(r -> orNull(r, r.getLong(column)));
    }

    public Optional<Integer> optionalInteger(String column) {
        return optional(r -> orNull(r, r.getInt(column)));
    }

    public boolean flag(String column) {
        return required(column, optional(r -> orNull(r, r.getBoolean(column))));
    }

    public Instant time(String column) {
        return required(column, optionalTime(column));
    }

    public Optional<Instant> optionalTime(String column) {
        return optional(r -> r.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    private static <T> @Nullable T orNull(ResultSet result, T value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private <T> Optional<T> optional(Getter<T> getter) {
        try {
            return Optional.ofNullable(getter.get(result));
        } catch (SQLException e) {
            throw new IllegalStateException("A column could not be read", e);
        }
    }

    private static <T> T required(String column, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("The column " + column + " is null"));
    }

    private static List<UUID> idsOf(Array array) {
        return List.of((UUID[]) elementsOf(array));
    }

    private static List<String> textsOf(Array array) {
        return List.of((String[]) elementsOf(array));
    }

    private static Object elementsOf(Array array) {
        try {
            return array.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException("An array could not be read", e);
        }
    }
}
