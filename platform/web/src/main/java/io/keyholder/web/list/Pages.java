package io.keyholder.web.list;

import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The page that a list is asked for, and the answer made out of what was found. */
@ApplicationScoped
public class Pages {
    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * The page that a list is asked for.
     *
     * @throws ProblemException {@code invalid-request} or {@code invalid-cursor}
     */
    public PageRequest requested(Listing listing) {
        return listing.page(cursors);
    }

    /**
     * @param found up to one more than the limit: the one too many says that there is a next page
     * @param keys the sort keys of an item, by which the next page goes on
     * @param total counts all items; called only when it was asked for
     * @param shown how an item is answered
     */
    public <T, R> Response answer(
            PageRequest request,
            List<T> found,
            Function<T, List<String>> keys,
            LongSupplier total,
            Function<T, R> shown) {
        boolean more = found.size() > request.limit();
        List<T> items = more ? found.subList(0, request.limit()) : found;
        String next = more ? cursors.write(keys.apply(items.getLast()), request.filters()) : null;
        Long count = request.includeTotal() ? total.getAsLong() : null;
        ResponseBuilder answer =
                Response.ok(new Page<>(items.stream().map(shown).toList(), next, count));
        return next == null
                ? answer.build()
                : answer.header("Link", link(request, next)).build();
    }

    /** A list that is always short enough for one page. */
    public <T> Response whole(List<T> items) {
        return Response.ok(new Page<>(items, null, null)).build();
    }

    private static String link(PageRequest request, String cursor) {
        URI next = request.uri()
                .getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }
}
