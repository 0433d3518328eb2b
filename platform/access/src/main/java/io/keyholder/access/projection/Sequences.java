package io.keyholder.access.projection;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The newest sequence seen of each aggregate, ended ones included until their tombstone. */
final class Sequences {
    private final Map<Topic, Map<UUID, Sequence>> newest = new EnumMap<>(Topic.class);

    Sequences() {
        for (Topic topic : Topic.values()) {
            newest.put(topic, new ConcurrentHashMap<>());
        }
    }

    /** From now on this or a later one is seen. */
    void saw(Topic topic, UUID id, Sequence sequence) {
        of(topic).put(id, sequence);
    }

    boolean has(Topic topic, UUID id, Sequence sequence) {
        Sequence known = of(topic).get(id);
        return known != null && !sequence.isNewerThan(known);
    }

    void forget(Topic topic, UUID id) {
        of(topic).remove(id);
    }

    /** What was last heard of in an earlier epoch. */
    List<UUID> before(Topic topic, int epoch) {
        return of(topic).entrySet().stream()
                .filter(known -> known.getValue().epoch() < epoch)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<UUID, Sequence> of(Topic topic) {
        return Objects.requireNonNull(newest.get(topic));
    }
}
