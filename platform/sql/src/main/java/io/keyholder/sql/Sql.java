package io.keyholder.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement and its parameters, put together from parts. A value never becomes text: it is {@link #bind bound} by a name, or
 * {@link #value placed} where the part goes that needs it.
 *
 * <p>Values may be ids, texts, numbers, truth values, enums (by name), {@link Instant}s and null; for lists of ids and of texts
 * there are {@link #ids} and {@link #texts}.
 */
public final class Sql {
    private final StringBuilder text;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    private Sql(String text) {
        this.text = new StringBuilder(text);
    }

    /** @param text with {@code :names} for parameters */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** Nothing yet. */
    public static Sql empty() {
        return new Sql("");
    }

    /** Ids as one parameter of the type {@code uuid[]}, however many there are. */
    public static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** Texts, or the names of enum constants, as one parameter of the type {@code text[]}. */
    public static String[] texts(Collection<?> texts) {
        return texts.stream().map(Object::toString).toArray(String[]::new);
    }

    /** The id of each, as {@link #ids(Collection)}. */
    public static <T> UUID[] ids(Collection<T> of, Function<T, UUID> id) {
        return of.stream().map(id).toArray(UUID[]::new);
    }

    /** One text of each, as {@link #texts(Collection)}; null where it has none. */
    public static <T> @Nullable String[] texts(Collection<T> of, Function<T, ?> text) {
        return of.stream()
                .map(text)
                .map(found -> found instanceof Optional<?> optional ? optional.orElse(null) : found)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }

    /** Times as one parameter of the type {@code timestamptz[]}. */
    public static OffsetDateTime[] times(Collection<Instant> times) {
        return times.stream().map(time -> time.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    public Sql bind(String name, @Nullable Object value) {
        parameters.put(name, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    public Sql append(String part) {
        text.append(part);
        return this;
    }

    /** @return what stands for the value in a part of the statement */
    public String value(@Nullable Object value) {
        String name = "p" + parameters.size();
        bind(name, value);
        return ":" + name;
    }

    /** {@link #value} for ids. */
    public String valueOf(Collection<UUID> ids) {
        return value(ids(ids));
    }

    /** With names for its parameters. */
    public String text() {
        return text.toString();
    }

    public Map<String, @Nullable Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The statement without its values, which may be personal data. */
    @Override
    public String toString() {
        return text();
    }
}
