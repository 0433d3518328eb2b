package io.keyholder.web.list;

import java.util.List;

/** What a search finds, a page at a time. */
public interface Results<T> {

    /**
     * @param after the sort keys of the last item of the page before; empty for the first page
     * @param limit how many items at most
     */
    List<T> page(List<String> after, int limit);

    /** How many there are in all. */
    long count();

    /** By what an item is ordered, its id last: there the next page goes on. */
    List<String> keysOf(T item);
}
