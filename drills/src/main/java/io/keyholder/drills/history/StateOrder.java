package io.keyholder.drills.history;

import io.keyholder.contracts.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * On a state topic no state of an aggregate comes after a newer one for the first time, and the last is the newest. What was there
 * before may come again, in its order: it was sent twice.
 */
public final class StateOrder {
    private final String topic;
    private final Map<String, Set<Sequence>> seen = new HashMap<>();
    private final Map<String, Sequence> newest = new HashMap<>();
    private final Map<String, Sequence> last = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public StateOrder(String topic) {
        this.topic = topic;
    }

    /** In the order in which the topic has them. */
    public void next(String key, Sequence sequence) {
        boolean isRepeated = !seen.computeIfAbsent(key, any -> new HashSet<>()).add(sequence);
        Sequence newestBefore = newest.getOrDefault(key, sequence);
        if (newestBefore.isNewerThan(sequence)) {
            if (!isRepeated) {
                findings.add(
                        new Finding("order", "%s: %s of %s follows %s".formatted(topic, sequence, key, newestBefore)));
            }
        } else {
            newest.put(key, sequence);
        }
        last.put(key, sequence);
    }

    /** Once the topic has been read to its end. */
    public List<Finding> violations() {
        List<Finding> all = new ArrayList<>(findings);
        last.forEach((key, sequence) -> {
            if (!sequence.equals(newest.get(key))) {
                all.add(new Finding(
                        "order", "%s ends with %s of %s, not %s".formatted(topic, sequence, key, newest.get(key))));
            }
        });
        return List.copyOf(all);
    }
}
