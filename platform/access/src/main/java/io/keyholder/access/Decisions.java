package io.keyholder.access;

import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.TenantState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision point. Each question is answered from the caller's own assignments alone, so that its cost does not grow
 * with the platform. Thread-safe; never blocks.
 */
public final class Decisions {
    private final AccessState state;
    private final Freshness freshness;
    private final Clock clock;

    public Decisions(AccessState state, Freshness freshness, Clock clock) {
        this.state = state;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Whether the caller holds the permission for the customer: its own tenant, or a customer of it. */
    public Decision decide(Caller caller, Permission permission, UUID customerId) {
        UUID tenant = caller.tenantId();
        if (tenant == null) {
            return new Decision.Denied(AccessContext.ownOf(customerId), DenialReason.NO_TENANT);
        }
        if (tenant.equals(customerId)) {
            return decideOwn(caller, permission, tenant);
        }
        return state.relationshipBetween(tenant, customerId)
                .map(relationship -> decidePartner(caller, permission, relationship))
                .orElseGet(() -> new Decision.Denied(AccessContext.ownOf(customerId), DenialReason.NO_RELATIONSHIP));
    }

    /** Whether the caller holds the permission in exactly this relationship, as its partner. */
    public Decision decideIn(Caller caller, Permission permission, UUID relationshipId) {
        Optional<RelationshipState> relationship = state.relationship(relationshipId)
                .filter(r -> caller.belongsTo(r.partnerId()) && r.status() != RelationshipState.Status.TERMINATED);
        return relationship
                .map(r -> decidePartner(caller, permission, r))
                .orElseGet(() -> new Decision.Denied(
                        new AccessContext(relationshipId, relationshipId), DenialReason.NO_RELATIONSHIP));
    }

    /** Every context in which the caller holds the permission: what a list over all customers covers. */
    public List<Decision.Allowed> everywhere(Caller caller, Permission permission) {
        List<Decision.Allowed> allowed = new ArrayList<>();
        for (AccessContext context : contextsOf(caller)) {
            if (decide(caller, permission, context.customerId()) instanceof Decision.Allowed here) {
                allowed.add(here);
            }
        }
        return Collections.unmodifiableList(allowed);
    }

    /** Every permission the caller holds for the customer, over whatever scope. */
    public Set<Permission> permissions(Caller caller, UUID customerId) {
        EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (decide(caller, permission, customerId).isAllowed()) {
                held.add(permission);
            }
        }
        return held;
    }

    /** The caller's own tenant and its relationships that are not terminated, whether or not it holds anything there. */
    public List<AccessContext> contextsOf(Caller caller) {
        UUID tenant = caller.tenantId();
        if (tenant == null) {
            return List.of();
        }
        List<AccessContext> contexts = new ArrayList<>();
        contexts.add(AccessContext.ownOf(tenant));
        for (RelationshipState r : state.relationshipsOfPartner(tenant)) {
            contexts.add(new AccessContext(r.customerId(), r.id()));
        }
        return contexts;
    }

    /**
     * Whether a running assignment in the relationship names the caller, as its partner: such a caller may know of the
     * relationship, also while it is suspended.
     */
    public boolean isMember(Caller caller, UUID relationshipId) {
        return runningAssignments(caller, relationshipId).findAny().isPresent();
    }

    /**
     * Whether the caller is a Primary admin of the relationship. A suspended relationship still has them: they may end it.
     */
    public boolean isPrimaryAdmin(Caller caller, UUID relationshipId) {
        return runningAssignments(caller, relationshipId)
                .filter(assignment -> assignment.scope().coversAll())
                .flatMap(assignment -> state.role(assignment.roleId()).stream())
                .anyMatch(role -> BuiltInRole.PRIMARY_ADMIN.key().equals(role.key()));
    }

    /** Whether decisions for partners can be made at present. */
    public boolean isFresh() {
        return freshness.isFresh();
    }

    private Stream<HeldAssignment> runningAssignments(Caller caller, UUID relationshipId) {
        RelationshipState relationship = state.relationship(relationshipId).orElse(null);
        if (relationship == null || !caller.belongsTo(relationship.partnerId()) || !freshness.isFresh()) {
            return Stream.empty();
        }
        AccessContext context = new AccessContext(relationship.customerId(), relationshipId);
        if (state.isUnreadable(context)) {
            return Stream.empty();
        }
        Instant now = clock.instant();
        return caller.principals()
                .flatMap(principal -> state.assignmentsOf(principal).stream())
                .filter(assignment -> assignment.context().equals(context)
                        && assignment.hasStarted(now)
                        && !assignment.hasEnded(now));
    }

    private Decision decideOwn(Caller caller, Permission permission, UUID tenant) {
        AccessContext context = AccessContext.ownOf(tenant);
        if (caller.globalAdmin()) {
            return new Decision.Allowed(context, AccessScope.everything(), List.of(new Basis.GlobalAdmin(tenant)));
        }
        if (state.isUnreadable(context)) {
            return new Decision.Denied(context, DenialReason.CONTEXT_UNREADABLE);
        }
        return byAssignments(caller, permission, context, null);
    }

    private Decision decidePartner(Caller caller, Permission permission, RelationshipState relationship) {
        AccessContext context = new AccessContext(relationship.customerId(), relationship.id());
        if (!freshness.isFresh()) {
            return new Decision.Denied(context, DenialReason.DATA_TOO_OLD);
        }
        if (state.isUnreadable(context)) {
            return new Decision.Denied(context, DenialReason.CONTEXT_UNREADABLE);
        }
        if (relationship.status() != RelationshipState.Status.ACTIVE) {
            return new Decision.Denied(context, DenialReason.RELATIONSHIP_SUSPENDED);
        }
        if (!isActive(relationship.customerId())) {
            return new Decision.Denied(context, DenialReason.CUSTOMER_SUSPENDED);
        }
        return byAssignments(caller, permission, context, relationship);
    }

    private boolean isActive(UUID tenantId) {
        return state.tenant(tenantId)
                .map(tenant -> tenant.status() == TenantState.Status.ACTIVE)
                .orElse(false);
    }

    private Decision byAssignments(
            Caller caller, Permission permission, AccessContext context, @Nullable RelationshipState relationship) {
        Evaluation evaluation = new Evaluation(state, permission, context, relationship, clock.instant());
        caller.principals().forEach(principal -> state.assignmentsOf(principal).forEach(evaluation::consider));
        return evaluation.decision();
    }
}
