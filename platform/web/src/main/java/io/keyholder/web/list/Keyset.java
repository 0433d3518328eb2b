package io.keyholder.web.list;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Where a page goes on, in HQL: behind the last row of the page before, in the order of one field and then of the id. Whole
 * rows are compared, so that an index on both serves.
 *
 * @param field of the entity
 * @param position what the field is compared with: the parameter {@code :after}, or an expression of it
 * @param read that parameter, from its text in the cursor
 */
public record Keyset(String field, String position, Function<String, Object> read, boolean descending) {

    public static Keyset byText(String field, boolean descending) {
        return new Keyset(field, ":after", text -> text, descending);
    }

    public static Keyset byTime(String field, boolean descending) {
        return new Keyset(field, ":after", Instant::parse, descending);
    }

    /**
     * What is added to a condition.
     *
     * @param after the cursor's keys: the field's and the id; none for the first page
     */
    public String behind(List<String> after) {
        return after.isEmpty()
                ? ""
                : " and (%s, id) %s (%s, :afterId)".formatted(field, descending ? "<" : ">", position);
    }

    public String order() {
        String direction = descending ? " desc" : "";
        return " order by " + field + direction + ", id" + direction;
    }

    /** Sets the parameters that {@link #behind} names. */
    public void bind(List<String> after, BiConsumer<String, Object> parameters) {
        if (!after.isEmpty()) {
            parameters.accept("after", read.apply(after.get(0)));
            parameters.accept("afterId", UUID.fromString(after.get(1)));
        }
    }
}
