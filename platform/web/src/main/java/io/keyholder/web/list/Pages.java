package io.keyholder.web.list;

import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** The page that a list is asked for, and the answer made out of what was found. */
@ApplicationScoped
public class Pages {
    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * The page that a list is asked for, of what a search finds.
     *
     * @param shown how an item is answered
     * @throws ProblemException {@code invalid-request} or {@code invalid-cursor}
     */
    public <T, R> Page<R> page(ListParameters listing, Results<T> results, Function<T, R> shown) {
        return pageOf(listing, results, items -> items.stream().map(shown).toList());
    }

    /** The same where what it takes to show items is looked up once for all of a page. */
    public <T, R> Page<R> pageOf(ListParameters listing, Results<T> results, Function<List<T>, List<R>> shown) {
        PageRequest page = listing.page(cursors);
        List<T> found = results.page(page.after(), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<T> items = more ? found.subList(0, page.limit()) : found;
        String next = more ? cursors.write(results.keysOf(items.getLast()), page.filters()) : null;
        return new Page<>(
                shown.apply(items),
                next,
                page.includeTotal() ? results.count() : null,
                next == null ? null : link(page, next));
    }

    private static String link(PageRequest request, String cursor) {
        URI next = request.uri()
                .getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
