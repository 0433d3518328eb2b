package io.keyholder.access;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tenants, relationships, roles and assignments as events make them, and the decisions over them. */
public final class World {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    public final AccessProjection projection = new AccessProjection();
    private final Map<UUID, Long> versions = new HashMap<>();
    private boolean fresh = true;
    private boolean complete = true;

    public final Decisions decisions = new Decisions(
            projection,
            new Freshness() {
                @Override
                public boolean isFresh() {
                    return fresh;
                }

                @Override
                public boolean isComplete() {
                    return complete;
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    public void stale() {
        fresh = false;
    }

    public void catchingUp() {
        complete = false;
    }

    public UUID tenant() {
        UUID id = Ids.next();
        tenant(id, TenantState.Status.ACTIVE);
        return id;
    }

    public void tenant(UUID id, TenantState.Status status) {
        apply(
                Topic.TENANTS,
                new TenantState(
                        id,
                        "Tenant",
                        List.of(id + ".example"),
                        List.of(new TenantState.Issuer("https://" + id, false)),
                        true,
                        status,
                        NOW));
    }

    public UUID relationship(UUID customer, UUID partner) {
        UUID id = Ids.next();
        relationship(id, customer, partner, RelationshipState.Status.ACTIVE);
        return id;
    }

    public void relationship(
            UUID id, UUID customer, UUID partner, RelationshipState.Status status, String... permissionCeiling) {
        apply(Topic.RELATIONSHIPS, state(id, customer, partner, status, permissionCeiling));
    }

    public static RelationshipState state(
            UUID id, UUID customer, UUID partner, RelationshipState.Status status, String... permissionCeiling) {
        return new RelationshipState(
                id,
                customer,
                partner,
                status,
                Ids.next(),
                NOW,
                permissionCeiling.length == 0 ? null : List.of(permissionCeiling),
                null);
    }

    /** The relationship as if it had been established that many minutes after {@link #NOW}. */
    public static RelationshipState establishedAt(RelationshipState state, int minute) {
        return new RelationshipState(
                state.id(),
                state.customerId(),
                state.partnerId(),
                state.status(),
                state.invitationId(),
                NOW.plusSeconds(60L * minute),
                null,
                null);
    }

    /** A role of a tenant's own context (no relationship) or of a relationship's. */
    public UUID role(UUID tenant, UUID relationship, Permission... permissions) {
        UUID id = Ids.next();
        changeRole(id, tenant, relationship, permissions);
        return id;
    }

    public void changeRole(UUID id, UUID tenant, UUID relationship, Permission... permissions) {
        apply(Topic.ROLES, role(id, tenant, relationship, permissions));
    }

    public static RoleState role(UUID id, UUID tenant, UUID relationship, Permission... permissions) {
        return new RoleState(
                id,
                tenant,
                relationship,
                null,
                "Role",
                Arrays.stream(permissions).map(Permission::permissionName).toList(),
                RoleState.Status.ACTIVE,
                null);
    }

    public UUID assign(UUID role, UUID tenant, UUID relationship, Scope scope, Principal... members) {
        return assign(role, tenant, relationship, scope, null, null, members);
    }

    public UUID assign(
            UUID role,
            UUID tenant,
            UUID relationship,
            Scope scope,
            Instant startsAt,
            Instant endsAt,
            Principal... members) {
        UUID id = Ids.next();
        apply(
                Topic.ASSIGNMENTS,
                new AssignmentState(
                        id,
                        role,
                        new Sequence(1, versions.get(role)),
                        tenant,
                        relationship,
                        List.of(members),
                        scope,
                        startsAt,
                        endsAt,
                        AssignmentState.Status.ACTIVE,
                        null));
        return id;
    }

    /** The next version of the aggregate. */
    public void apply(Topic topic, AggregateState state) {
        projection.apply(topic, event(state, new Sequence(1, versions.merge(state.id(), 1L, Long::sum))));
    }

    public static Event<?> event(AggregateState state, Sequence sequence) {
        return new Event<>(Ids.next(), "any", "any", NOW, sequence, EventContext.of(state), null, null, state);
    }

    public static Principal user(UUID tenant, String id) {
        return new Principal(tenant, Principal.Type.USER, id);
    }

    public static Principal group(UUID tenant, String id) {
        return new Principal(tenant, Principal.Type.GROUP, id);
    }

    public static Caller caller(UUID tenant, String user, String... groups) {
        return new Caller(tenant, user, Set.of(groups), true, false, false, null);
    }

    public static Caller globalAdmin(UUID tenant) {
        return new Caller(tenant, "root", Set.of(), true, true, false, null);
    }
}
