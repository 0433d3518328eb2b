package io.keyholder.rooms.room.api;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Decision;
import io.keyholder.access.Permission;
import io.keyholder.rooms.delegation.application.Delegations;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller of the request reaches: what the decision allows, cut to the delegation as it is in this service's own
 * table at this moment. Without a delegation a partner reaches nothing.
 */
@RequestScoped
public class RoomAccess {
    private final Access access;
    private final Delegations delegations;
    private final EvenSight evenSight;

    RoomAccess(Access access, Delegations delegations, EvenSight evenSight) {
        this.access = access;
        this.delegations = delegations;
        this.evenSight = evenSight;
    }

    /**
     * One reach for each context in which the caller holds the permission.
     *
     * @throws ProblemException {@code access-data-stale} when partners' access is asked for and cannot be decided
     */
    public List<Reach> everywhere(Permission permission, Predicate<AccessContext> asked) {
        List<Decision.Allowed> allowed = access.everywhere(permission, asked);
        Map<UUID, Delegation> ceilings = delegationsOf(allowed);
        List<Reach> reaches = new ArrayList<>();
        for (Decision.Allowed decision : allowed) {
            reach(decision, ceilings::get).ifPresent(reaches::add);
        }
        return reaches;
    }

    /** Empty when the caller does not hold the permission for the customer, over whatever rooms. */
    public Optional<Reach> reach(Permission permission, UUID customerId) {
        return access.decide(permission, customerId) instanceof Decision.Allowed allowed
                ? reach(allowed, delegationsOf(List.of(allowed))::get)
                : Optional.empty();
    }

    public boolean covers(Permission permission, Room room) {
        return reach(permission, room.tenantId())
                .map(reach -> reach.covers(room))
                .orElse(false);
    }

    /** The room, if it was found and the caller sees it. */
    public Optional<Room> visible(UUID id, Optional<Room> found) {
        return evenSight.of(
                id,
                found,
                Room::tenantId,
                room -> covers(Permission.ROOMS_VIEW, room),
                tenant -> Room.nowhere(id, tenant));
    }

    /** @throws ProblemException {@code forbidden} naming the permission, unless it covers the room */
    public void require(Permission permission, Room room) {
        if (!covers(permission, room)) {
            throw ProblemException.lacking(permission);
        }
    }

    /** @throws ProblemException {@code forbidden} unless it is held over all of the caller's own tenant */
    public UUID requireOverOwnTenant(Permission permission) {
        UUID tenant = access.tenant();
        if (!reach(permission, tenant).map(Reach::coversEverything).orElse(false)) {
            throw ProblemException.lacking(permission);
        }
        return tenant;
    }

    private Map<UUID, Delegation> delegationsOf(List<Decision.Allowed> allowed) {
        List<UUID> relationships = new ArrayList<>();
        for (Decision.Allowed decision : allowed) {
            Optional.ofNullable(decision.context().relationshipId()).ifPresent(relationships::add);
        }
        return delegations.active(relationships).stream()
                .collect(Collectors.toMap(Delegation::relationshipId, Function.identity()));
    }

    private static Optional<Reach> reach(Decision.Allowed decision, Function<UUID, @Nullable Delegation> ceilings) {
        AccessContext context = decision.context();
        UUID relationshipId = context.relationshipId();
        if (relationshipId == null) {
            return Optional.of(Reach.own(context.customerId(), decision.scope()));
        }
        return Optional.ofNullable(ceilings.apply(relationshipId))
                .filter(delegation -> delegation.customerId().equals(context.customerId()))
                .map(Delegation::roomScope)
                .map(scope -> Reach.delegated(context.customerId(), decision.scope(), scope));
    }
}
