package io.keyholder.access.projection;

import io.keyholder.contracts.RelationshipState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Relationships by id and by their two sides; the sides know only those that are not terminated. */
final class Relationships {
    private record Pair(UUID partnerId, UUID customerId) {
        static Pair of(RelationshipState relationship) {
            return new Pair(relationship.partnerId(), relationship.customerId());
        }
    }

    private final Map<UUID, RelationshipState> byId = new ConcurrentHashMap<>();
    private final Map<Pair, RelationshipState> byPair = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, RelationshipState>> byPartner = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, RelationshipState>> byCustomer = new ConcurrentHashMap<>();

    void put(RelationshipState relationship) {
        byId.put(relationship.id(), relationship);
        if (relationship.isEnded()) {
            unlink(relationship);
        } else {
            byPair.put(Pair.of(relationship), relationship);
            side(byPartner, relationship.partnerId()).put(relationship.id(), relationship);
            side(byCustomer, relationship.customerId()).put(relationship.id(), relationship);
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
        // A later relationship between the same two may already stand in its place.
        byPair.computeIfPresent(
                Pair.of(relationship), (pair, present) -> present.id().equals(relationship.id()) ? null : present);
        side(byPartner, relationship.partnerId()).remove(relationship.id());
        side(byCustomer, relationship.customerId()).remove(relationship.id());
    }

    private static Map<UUID, RelationshipState> side(Map<UUID, Map<UUID, RelationshipState>> index, UUID tenantId) {
        return index.computeIfAbsent(tenantId, unused -> new ConcurrentHashMap<>());
    }
}
