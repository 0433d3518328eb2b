package io.keyholder.drills.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** All exchanges of a drill. Thread-safe. */
public final class History {
    private final List<Exchange> exchanges = new ArrayList<>();

    public synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Those that hold, in the order in which they were asked. */
    public synchronized List<Exchange> where(Predicate<Exchange> condition) {
        return exchanges.stream()
                .filter(condition)
                .sorted(Comparator.comparingLong(Exchange::asked))
                .toList();
    }

    public List<Exchange> changes() {
        return where(exchange -> exchange.kind().isChange());
    }

    public List<Exchange> reads() {
        return where(exchange -> !exchange.kind().isChange());
    }
}
