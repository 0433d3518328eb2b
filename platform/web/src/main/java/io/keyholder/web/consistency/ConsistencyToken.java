package io.keyholder.web.consistency;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a request must see at least: states of aggregates, and, after bulk changes, everything that a service committed
 * before a time.
 *
 * <p>It stays small whatever was changed. Of more than {@link #MOST} states the oldest are let go: ids rise with time, and
 * what is a hundred changes old has long arrived.
 *
 * @param states the newest awaited of each aggregate
 * @param completeUntil by service
 */
public record ConsistencyToken(List<Written> states, Map<String, Instant> completeUntil) {

    /** A token of so many states has less than 4 KiB. */
    public static final int MOST = 110;

    private static final ConsistencyToken EMPTY = new ConsistencyToken(List.of(), Map.of());

    private record Aggregate(Topic topic, UUID id) {}

    public ConsistencyToken {
        states = List.copyOf(states);
        completeUntil = Map.copyOf(completeUntil);
    }

    public static ConsistencyToken empty() {
        return EMPTY;
    }

    public static ConsistencyToken of(Collection<Written> written) {
        return new ConsistencyToken(newest(written), Map.of());
    }

    public static ConsistencyToken completeUntil(String service, Instant time) {
        return new ConsistencyToken(List.of(), Map.of(service, time));
    }

    public ConsistencyToken and(ConsistencyToken other) {
        List<Written> all = new ArrayList<>(states);
        all.addAll(other.states);
        Map<String, Instant> latest = new LinkedHashMap<>(completeUntil);
        other.completeUntil.forEach((service, time) -> latest.merge(service, time, ConsistencyToken::later));
        return new ConsistencyToken(newest(all), latest);
    }

    public boolean isEmpty() {
        return states.isEmpty() && completeUntil.isEmpty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Written> newest(Collection<Written> written) {
        Map<Aggregate, Sequence> newest = new LinkedHashMap<>();
        for (Written state : written) {
            newest.merge(
                    new Aggregate(state.topic(), state.id()),
                    state.sequence(),
                    (one, other) -> one.isNewerThan(other) ? one : other);
        }
        return newest.entrySet().stream()
                .map(e -> new Written(e.getKey().topic(), e.getKey().id(), e.getValue()))
                .sorted(Comparator.comparing(Written::id).reversed())
                .limit(MOST)
                .toList();
    }
}
