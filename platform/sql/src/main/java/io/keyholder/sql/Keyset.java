package io.keyholder.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Order and position of a page: by one column and then by the id, after the last row of the previous page. Whole rows are compared,
 * so that an index on both serves.
 *
 * @param column without its table
 * @param collation of the column; empty: the database's own
 * @param read the column's value, from its text in a cursor
 */
public record Keyset(String column, String collation, Function<String, Object> read, boolean descending) {

    /** By a column of texts with the collation {@code C}, such as a folded name. */
    public static Keyset byText(String column, boolean descending) {
        return new Keyset(column, " collate \"C\"", text -> text, descending);
    }

    public static Keyset byTime(String column, boolean descending) {
        return new Keyset(column, "", Instant::parse, descending);
    }

    /** {@code order by …}; the id is the column of that name. */
    public String order(String table, String id) {
        String direction = descending ? " desc" : "";
        return " order by " + table + "." + column + direction + ", " + table + "." + id + direction;
    }

    /**
     * {@code and …}: only what comes after it.
     *
     * @param last the keys of the last row of the previous page, as a cursor has them: the column's and the id; none for the first page
     */
    public String after(String table, String id, List<String> last, Sql sql) {
        return last.isEmpty()
                ? ""
                : " and (" + columns(table, id) + ")" + (descending ? " < (" : " > (")
                        + sql.value(read.apply(last.get(0))) + collation + ", "
                        + sql.value(UUID.fromString(last.get(1))) + ")";
    }

    public String columns(String table, String id) {
        return table + "." + column + ", " + table + "." + id;
    }
}
