package io.keyholder.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Conditions that a list is asked for or not: each {@code and …}, or nothing. */
public final class Conditions {

    private Conditions() {}

    /** The column holds one of the ids; empty: any. */
    public static String among(String column, Collection<UUID> ids, Sql sql) {
        return ids.isEmpty() ? "" : " and " + column + " = any(" + sql.valueOf(ids) + ")";
    }

    /** The column holds one of the texts, or the name of one of the constants; empty: any. */
    public static String amongTexts(String column, Collection<?> texts, Sql sql) {
        return texts.isEmpty() ? "" : " and " + column + " = any(" + sql.value(Sql.texts(texts)) + ")";
    }

    /** The column contains the text. */
    public static String containing(String column, Optional<String> text, Sql sql) {
        return text.map(part -> " and position(" + sql.value(part) + " in " + column + ") > 0")
                .orElse("");
    }

    /** The column holds the time or a later one. */
    public static String since(String column, Optional<Instant> time, Sql sql) {
        return time.map(from -> " and " + column + " >= " + sql.value(from)).orElse("");
    }
}
