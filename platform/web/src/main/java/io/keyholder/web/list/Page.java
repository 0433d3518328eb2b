package io.keyholder.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered.
 *
 * @param nextCursor absent on the last page
 * @param total only when it was asked for
 */
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long total) {}
