package io.keyholder.access.projection;

import io.keyholder.contracts.RelationshipState;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Relationships by id and by their two sides; the sides know only those that are not terminated. */
final class Relationships {
    private record Pair(UUID partnerId, UUID customerId) {
        static Pair of(RelationshipState relationship) {
            return new Pair(relationship.partnerId(), relationship.customerId());
        }
    }

    private static final Comparator<RelationshipState> BY_AGE =
            Comparator.comparing(RelationshipState::establishedAt).thenComparing(RelationshipState::id);

    private final Map<UUID, RelationshipState> byId = new ConcurrentHashMap<>();
    private final Map<Pair, RelationshipState> byPair = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, RelationshipState>> byPartner = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, RelationshipState>> byCustomer = new ConcurrentHashMap<>();

    void put(RelationshipState relationship) {
        byId.put(relationship.id(), relationship);
        if (relationship.isEnded()) {
            unlink(relationship);
        } else {
            side(byPartner, relationship.partnerId()).put(relationship.id(), relationship);
            side(byCustomer, relationship.customerId()).put(relationship.id(), relationship);
            byPair.compute(Pair.of(relationship), (pair, present) -> newer(present, relationship));
        }
    }

    void remove(UUID id) {
        RelationshipState removed = byId.remove(id);
        if (removed != null) {
            unlink(removed);
        }
    }

    Optional<RelationshipState> get(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<RelationshipState> between(UUID partnerId, UUID customerId) {
        return Optional.ofNullable(byPair.get(new Pair(partnerId, customerId)));
    }

    Collection<RelationshipState> ofPartner(UUID partnerId) {
        return List.copyOf(byPartner.getOrDefault(partnerId, Map.of()).values());
    }

    Collection<RelationshipState> ofCustomer(UUID customerId) {
        return List.copyOf(byCustomer.getOrDefault(customerId, Map.of()).values());
    }

    private void unlink(RelationshipState relationship) {
        side(byPartner, relationship.partnerId()).remove(relationship.id());
        side(byCustomer, relationship.customerId()).remove(relationship.id());
        byPair.computeIfPresent(
                Pair.of(relationship),
                (pair, present) -> present.id().equals(relationship.id()) ? newestOf(pair) : present);
    }

    /**
     * An earlier relationship between the same two may become known after the later one, for their states lie on different
     * partitions, and its end later still.
     */
    private static RelationshipState newer(@Nullable RelationshipState present, RelationshipState arrived) {
        return present == null || present.id().equals(arrived.id()) || BY_AGE.compare(present, arrived) < 0
                ? arrived
                : present;
    }

    private @Nullable RelationshipState newestOf(Pair pair) {
        return side(byPartner, pair.partnerId()).values().stream()
                .filter(relationship -> relationship.customerId().equals(pair.customerId()))
                .max(BY_AGE)
                .orElse(null);
    }

    private static Map<UUID, RelationshipState> side(Map<UUID, Map<UUID, RelationshipState>> index, UUID tenantId) {
        return index.computeIfAbsent(tenantId, unused -> new ConcurrentHashMap<>());
    }
}
