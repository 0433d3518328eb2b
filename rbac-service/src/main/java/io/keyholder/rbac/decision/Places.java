package io.keyholder.rbac.decision;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessScope;
import io.keyholder.directory.RoomDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the rooms are that some questions ask about: looked up when it is first needed, and once. Not thread-safe. */
final class Places {
    private final RoomDirectory rooms;
    private final Map<UUID, Set<UUID>> askedByCustomer;
    private final Map<UUID, Map<UUID, Set<UUID>>> groupsByCustomer = new HashMap<>();
    private final Map<UUID, Optional<AccessScope>> delegations = new HashMap<>();

    private Places(RoomDirectory rooms, Map<UUID, Set<UUID>> askedByCustomer) {
        this.rooms = rooms;
        this.askedByCustomer = askedByCustomer;
    }

    static Places of(Collection<Question> questions, RoomDirectory rooms) {
        return new Places(
                rooms,
                questions.stream()
                        .filter(question -> question.roomId().isPresent())
                        .collect(Collectors.groupingBy(
                                Question::customerId,
                                Collectors.mapping(question -> question.roomId().get(), Collectors.toSet()))));
    }

    /** @param groupIds the groups that the room is in; empty when the customer has no such room */
    record Place(UUID roomId, Optional<Set<UUID>> groupIds) {

        boolean isCoveredBy(AccessScope scope) {
            return groupIds.map(groups -> scope.covers(roomId, groups)).orElse(false);
        }
    }

    Place place(UUID customerId, UUID roomId) {
        Map<UUID, Set<UUID>> groups = groupsByCustomer.computeIfAbsent(
                customerId, customer -> rooms.groupsOf(customer, askedByCustomer.getOrDefault(customer, Set.of())));
        return new Place(roomId, Optional.ofNullable(groups.get(roomId)));
    }

    /** Whether it is the tenant's own, or the relationship's delegation covers it. */
    boolean isWithin(AccessContext context, Place place) {
        UUID relationship = context.relationshipId();
        return relationship == null
                || delegations
                        .computeIfAbsent(relationship, id -> rooms.delegation(context.customerId(), id))
                        .filter(place::isCoveredBy)
                        .isPresent();
    }
}
