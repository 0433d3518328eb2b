package io.keyholder.web.list;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Which page of a list.
 *
 * @param limit how many items at most, 1 to 200
 * @param after the sort keys of the last item of the page before; empty for the first page
 * @param includeTotal whether to count all items
 * @param filters what the cursor is bound to
 * @param uri of the request, from which the link to the next page is made
 */
public record PageRequest(int limit, List<String> after, boolean includeTotal, String filters, UriInfo uri) {

    public boolean isFirst() {
        return after.isEmpty();
    }
}
