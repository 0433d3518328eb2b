package io.keyholder.rooms.sql;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ids, words without quotes or commas, and texts, as the text of a PostgreSQL array: one parameter, however many there are. */
public final class SqlArray {

    private SqlArray() {}

    public static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Texts of any kind. */
    public static String ofTexts(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    public static String ofWords(Collection<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
