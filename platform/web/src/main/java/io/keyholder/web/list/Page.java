package io.keyholder.web.list;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered.
 *
 * @param nextCursor absent on the last page
 * @param total only when it was asked for
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as `cursor` for the next page. Absent on the last one.") @Nullable
        String nextCursor,

        @Schema(description = "How many items there are in all; only with `includeTotal=true`.") @Nullable
        Long total) {}
