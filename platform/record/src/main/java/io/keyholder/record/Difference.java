package io.keyholder.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state before and after a change: its state until then and from then on, each anything
 * that can be written as JSON. The log shows the fields in which the two differ, so hand over what the tenant may see, and
 * nothing secret; fields that are named like secrets are shown without their values.
 *
 * @param before null: there was nothing
 * @param after null: nothing is left
 * @param lists what left and joined lists that are not part of the states, because they may be long
 */
public record Difference(@Nullable Object before, @Nullable Object after, Map<String, Moved> lists) {

    /** What left a list, and what joined it. */
    public record Moved(List<?> left, List<?> joined) {}

    public static Difference of(@Nullable Object before, @Nullable Object after) {
        return new Difference(before, after, Map.of());
    }

    public static Difference created(Object after) {
        return of(null, after);
    }

    public static Difference deleted(Object before) {
        return of(before, null);
    }

    /** Nothing that fields could tell. */
    public static Difference none() {
        return of(null, null);
    }

    /** The same with a list of which only what left and what joined is known. */
    public Difference with(String field, Collection<?> left, Collection<?> joined) {
        Map<String, Moved> more = new LinkedHashMap<>(lists);
        more.put(field, new Moved(List.copyOf(left), List.copyOf(joined)));
        return new Difference(before, after, more);
    }
}
