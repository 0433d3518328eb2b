package io.keyholder.benchmarks.access;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events of a platform with so many assignments: a hundred in each relationship, each of a member of its own over one
 * of ten room groups.
 */
final class AccessEvents {

    static final int PER_RELATIONSHIP = 100;
    private static final int GROUPS = 10;

    private static final Sequence FIRST = new Sequence(1, 1);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> PERMISSIONS = List.of(
            Permission.ROOMS_VIEW.permissionName(),
            Permission.ROOMS_MODIFY.permissionName(),
            Permission.INCIDENTS_VIEW.permissionName());

    private final List<RelationshipState> relationships;
    private final List<UUID> roles;
    private final List<UUID> groups;
    private final int assignments;

    AccessEvents(int assignments) {
        this.assignments = assignments;
        this.relationships = IntStream.range(0, Math.ceilDiv(assignments, PER_RELATIONSHIP))
                .mapToObj(unused -> relationship())
                .toList();
        this.roles = relationships.stream().map(unused -> Ids.next()).toList();
        this.groups = IntStream.range(0, relationships.size() * GROUPS)
                .mapToObj(unused -> Ids.next())
                .toList();
    }

    RelationshipState firstRelationship() {
        return relationships.getFirst();
    }

    /** What assignments stand on. */
    Stream<Event<?>> tenantsRelationshipsAndRoles() {
        return IntStream.range(0, relationships.size()).boxed().flatMap(index -> {
            var relationship = relationships.get(index);
            return Stream.of(
                    event(tenant(relationship.customerId())),
                    event(tenant(relationship.partnerId())),
                    event(relationship),
                    event(role(roles.get(index), relationship)));
        });
    }

    Stream<Event<?>> assignments() {
        return IntStream.range(0, assignments).mapToObj(index -> {
            int number = index / PER_RELATIONSHIP;
            var relationship = relationships.get(number);
            var group = groups.get(number * GROUPS + index % GROUPS);
            var member = new Principal(
                    relationship.partnerId(), Principal.Type.USER, Ids.next().toString());
            return event(assignment(relationship, roles.get(number), member, group));
        });
    }

    /** An assignment in the first relationship, over a room group of its own. */
    Event<?> assignmentOf(Principal member) {
        return event(assignment(firstRelationship(), roles.getFirst(), member, Ids.next()));
    }

    private static RelationshipState relationship() {
        return new RelationshipState(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                RelationshipState.Status.ACTIVE,
                Ids.next(),
                LONG_AGO,
                null,
                List.of());
    }

    private static TenantState tenant(UUID id) {
        return new TenantState(
                id,
                "Tenant " + id,
                List.of(id + ".example"),
                List.of(new TenantState.Issuer("https://" + id + ".example", false)),
                true,
                TenantState.Status.ACTIVE,
                LONG_AGO);
    }

    private static RoleState role(UUID id, RelationshipState relationship) {
        return new RoleState(
                id,
                relationship.customerId(),
                relationship.id(),
                null,
                "Help desk",
                PERMISSIONS,
                RoleState.Status.ACTIVE,
                List.of());
    }

    private static AssignmentState assignment(
            RelationshipState relationship, UUID roleId, Principal member, UUID group) {
        return new AssignmentState(
                Ids.next(),
                roleId,
                FIRST,
                relationship.customerId(),
                relationship.id(),
                List.of(member),
                Scope.selected(List.of(), List.of(group)),
                null,
                null,
                AssignmentState.Status.ACTIVE,
                List.of());
    }

    private static Event<AggregateState> event(AggregateState state) {
        return new Event<>(
                Ids.next(),
                EventType.REPUBLISHED.ceType(),
                "benchmark",
                LONG_AGO,
                FIRST,
                EventContext.of(state),
                null,
                null,
                state);
    }
}
