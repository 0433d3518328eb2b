package io.keyholder.web.list;

import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a list: a field, and whether it descends. */
public record Sort(String field, boolean descending) {

    /**
     * @param asked {@code name} or {@code -name}; null: the list's own order
     * @param known the fields the list can be ordered by; the first is its own order
     * @throws ProblemException {@code invalid-request} naming the fields
     */
    public static Sort parse(@Nullable String asked, List<String> known) {
        return asked == null ? new Sort(known.getFirst(), false) : read(asked, known);
    }

    /** The same for a list whose own order has the last of its first field at the top. */
    public static Sort parseLatestFirst(@Nullable String asked, List<String> known) {
        return asked == null ? new Sort(known.getFirst(), true) : read(asked, known);
    }

    private static Sort read(String asked, List<String> known) {
        boolean descending = asked.startsWith("-");
        String field = descending ? asked.substring(1) : asked;
        if (!known.contains(field)) {
            throw ProblemException.invalid(
                    "sort",
                    ViolationCode.NOT_ALLOWED,
                    "must be one of " + String.join(", ", known) + ", or one with - before it");
        }
        return new Sort(field, descending);
    }
}
