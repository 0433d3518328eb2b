package io.keyholder.web.consistency;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a request must see at least: states of aggregates, and, after bulk changes, everything that a service committed
 * before a time.
 *
 * <p>It stays small whatever was changed. Of more than {@link #MOST} states those that were changed first are let go: what
 * is a hundred changes old has long arrived.
 *
 * @param states the newest awaited of each aggregate; what was changed last comes first
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

    /** @param later what was changed after what this token names */
    public ConsistencyToken and(ConsistencyToken later) {
        List<Written> all = new ArrayList<>(later.states);
        all.addAll(states);
        Map<String, Instant> latest = new LinkedHashMap<>(completeUntil);
        later.completeUntil.forEach((service, time) -> latest.merge(service, time, ConsistencyToken::latest));
        return new ConsistencyToken(newest(all), latest);
    }

    public boolean isEmpty() {
        return states.isEmpty() && completeUntil.isEmpty();
    }

    private static Instant latest(Instant one, Instant other) {
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
                .limit(MOST)
                .toList();
    }
}
