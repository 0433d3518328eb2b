package io.keyholder.record;

import io.keyholder.contracts.AuditEntry.Operation;
import io.keyholder.contracts.EventType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that a model has decided on.
 *
 * @param before empty: it was created
 * @param after as it is stored and published
 * @param removed whether nothing is left of it: what is published last is the ended state of {@code after}
 * @param event what is published
 * @param operation what the audit log calls it
 * @param lists for the log: what left and what joined lists that the aggregate itself does not hold, because they may be long
 */
public record Changed<A>(
        Optional<A> before,
        A after,
        boolean removed,
        EventType event,
        Operation operation,
        Map<String, Difference.Moved> lists)
        implements Outcome<A> {

    public static <A> Changed<A> created(A after, EventType event) {
        return new Changed<>(Optional.empty(), after, false, event, Operation.CREATE, Map.of());
    }

    public static <A> Changed<A> updated(A before, A after, EventType event) {
        return new Changed<>(Optional.of(before), after, false, event, Operation.UPDATE, Map.of());
    }

    /** It has come to its end, and can still be read. */
    public static <A> Changed<A> ended(A before, A after, EventType event) {
        return new Changed<>(Optional.of(before), after, false, event, Operation.DELETE, Map.of());
    }

    /** @param last with the version of its removal */
    public static <A> Changed<A> removed(A before, A last, EventType event) {
        return new Changed<>(Optional.of(before), last, true, event, Operation.DELETE, Map.of());
    }

    /** The same, with what left and what joined a list. */
    public Changed<A> with(String list, Collection<?> left, Collection<?> joined) {
        Map<String, Difference.Moved> more = new LinkedHashMap<>(lists);
        more.put(list, new Difference.Moved(List.copyOf(left), List.copyOf(joined)));
        return new Changed<>(before, after, removed, event, operation, more);
    }

    public boolean isCreation() {
        return before.isEmpty();
    }
}
