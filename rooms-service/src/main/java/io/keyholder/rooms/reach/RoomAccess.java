package io.keyholder.rooms.reach;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Decision;
import io.keyholder.access.Permission;
import io.keyholder.rooms.reach.DelegatedScopes.Delegated;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How far the caller of the request reaches: what the decision point allows, cut to the delegation as it is in this service's own
 * table at this moment. Without a delegation a partner reaches nothing.
 */
@RequestScoped
public class RoomAccess {
    private final Access access;
    private final DelegatedScopes delegations;
    private final UniformLookup lookup;

    RoomAccess(Access access, DelegatedScopes delegations, UniformLookup lookup) {
        this.access = access;
        this.delegations = delegations;
        this.lookup = lookup;
    }

    /**
     * One reach for each context in which the caller holds the permission.
     *
     * @throws io.keyholder.web.ProblemException {@code access-data-stale} when partners' access is asked for and cannot be decided
     */
    public List<Reach> everywhere(Permission permission, Predicate<AccessContext> asked) {
        List<Decision.Allowed> allowed = access.everywhere(permission, asked);
        Map<UUID, Delegated> scopes = delegationsOf(allowed);
        return allowed.stream()
                .flatMap(decision -> reach(decision, scopes).stream())
                .toList();
    }

    /** Empty when the caller does not hold the permission for the customer, over whatever rooms. */
    public Optional<Reach> reach(Permission permission, UUID customerId) {
        return access.decide(permission, customerId) instanceof Decision.Allowed allowed
                ? reach(allowed, delegationsOf(List.of(allowed)))
                : Optional.empty();
    }

    public boolean covers(Permission permission, RoomPlacement room) {
        return reach(permission, room.tenantId())
                .map(reach -> reach.covers(room))
                .orElse(false);
    }

    /** The room, if it was found and the caller sees it. */
    public <R> Optional<R> visible(UUID id, Optional<R> found, Function<R, RoomPlacement> placement) {
        return lookup.of(
                        id,
                        found.map(placement),
                        RoomPlacement::tenantId,
                        room -> covers(Permission.ROOMS_VIEW, room),
                        tenant -> RoomPlacement.nonexistent(id, tenant))
                .flatMap(room -> found);
    }

    /** The caller's own tenant, if it holds the permission over all of it. */
    public Optional<UUID> ownTenant(Permission permission) {
        return reach(permission, tenant()).filter(Reach::coversEverything).map(Reach::customerId);
    }

    /** The caller's own tenant. */
    public UUID tenant() {
        return access.tenant();
    }

    private Map<UUID, Delegated> delegationsOf(List<Decision.Allowed> allowed) {
        return delegations.of(allowed.stream()
                .map(decision -> decision.context().relationshipId())
                .filter(Objects::nonNull)
                .toList());
    }

    private static Optional<Reach> reach(Decision.Allowed decision, Map<UUID, Delegated> delegations) {
        AccessContext context = decision.context();
        UUID relationshipId = context.relationshipId();
        if (relationshipId == null) {
            return Optional.of(Reach.own(context.customerId(), decision.scope()));
        }
        return Optional.ofNullable(delegations.get(relationshipId))
                .filter(delegated -> delegated.customerId().equals(context.customerId()))
                .map(delegated -> Reach.delegated(context.customerId(), decision.scope(), delegated.scope()));
    }
}
