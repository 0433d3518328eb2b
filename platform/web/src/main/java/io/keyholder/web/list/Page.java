package io.keyholder.web.list;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.keyholder.web.shape.Shapeable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered.
 *
 * @param nextCursor absent on the last page
 * @param total only when it was asked for
 * @param link to the next page, sent as a header
 */
@Shapeable
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as `cursor` to get the next page. Absent on the last one.") @Nullable
        String nextCursor,

        @Schema(description = "How many items there are in all. Only with `includeTotal=true`.") @Nullable
        Long total,

        @JsonIgnore @Schema(hidden = true) @Nullable String link) {

    /** A list that is always short enough for one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null, null);
    }

    /** The same page with its items shown otherwise. */
    <R> Page<R> with(List<R> shown) {
        return new Page<>(shown, nextCursor, total, link);
    }
}
