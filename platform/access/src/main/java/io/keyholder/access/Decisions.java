package io.keyholder.access;

import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.TenantState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final DecisionCounts counts = new DecisionCounts();

    public Decisions(AccessState state, Freshness freshness, Clock clock) {
        this.state = state;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Whether the caller holds the permission for the customer: its own tenant, or a customer of it. */
    public Decision decide(Caller caller, Permission permission, UUID customerId) {
        return counts.counted(decide(caller, permission, customerId, holdingsOf(caller)));
    }

    /** Whether the caller holds the permission in exactly this relationship, as its partner. */
    public Decision decideIn(Caller caller, Permission permission, UUID relationshipId) {
        Optional<RelationshipState> relationship = state.relationship(relationshipId)
                .filter(r -> caller.belongsTo(r.partnerId()) && r.status() != RelationshipState.Status.TERMINATED);
        return counts.counted(relationship
                .map(r -> decidePartner(permission, r, holdingsOf(caller)))
                .orElseGet(() -> new Decision.Denied(
                        new AccessContext(relationshipId, relationshipId), DenialReason.NO_RELATIONSHIP)));
    }

    /** Every context in which the caller holds the permission: what a list over all customers covers. */
    public List<Decision.Allowed> everywhere(Caller caller, Permission permission) {
        List<Decision.Allowed> allowed = new ArrayList<>();
        Holdings holdings = holdingsOf(caller);
        Map<AccessContext, List<HeldAssignment>> byContext =
                holdings.assignments().stream().collect(Collectors.groupingBy(HeldAssignment::context));
        for (AccessContext context : contextsOf(caller)) {
            Holdings here = new Holdings(holdings.fresh(), byContext.getOrDefault(context, List.of()));
            if (decide(caller, permission, context.customerId(), here) instanceof Decision.Allowed decision) {
                allowed.add(decision);
            }
        }
        return Collections.unmodifiableList(allowed);
    }

    /** Every permission the caller holds for the customer, over whatever scope. */
    public Set<Permission> permissions(Caller caller, UUID customerId) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        Holdings holdings = holdingsOf(caller);
        for (Permission permission : Permission.values()) {
            if (decide(caller, permission, customerId, holdings).isAllowed()) {
                permissions.add(permission);
            }
        }
        return permissions;
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

    /** How the questions for one customer or relationship were decided; of lists only those that were refused as a whole. */
    public DecisionCounts counts() {
        return counts;
    }

    /** Counts a list that was refused as a whole, because nothing can be decided for partners. */
    public void countStaleList() {
        counts.deny(DenialReason.DATA_TOO_OLD);
    }

    /** Whether decisions for partners can be made at present. */
    public boolean isFresh() {
        return freshness.isFresh();
    }

    private Stream<HeldAssignment> runningAssignments(Caller caller, UUID relationshipId) {
        RelationshipState relationship = state.relationship(relationshipId).orElse(null);
        if (relationship == null
                || relationship.isEnded()
                || !caller.belongsTo(relationship.partnerId())
                || !freshness.isFresh()) {
            return Stream.empty();
        }
        AccessContext context = new AccessContext(relationship.customerId(), relationshipId);
        if (state.isUnreadable(context) || state.isUnreadableTenant(relationship.partnerId())) {
            return Stream.empty();
        }
        Instant now = clock.instant();
        return holdingsOf(caller).assignments().stream()
                .filter(assignment -> assignment.context().equals(context)
                        && assignment.hasStarted(now)
                        && !assignment.hasEnded(now));
    }

    private Holdings holdingsOf(Caller caller) {
        boolean fresh = freshness.isFresh() && freshness.isComplete();
        List<HeldAssignment> assignments = new ArrayList<>();
        caller.principals().forEach(principal -> assignments.addAll(state.assignmentsOf(principal)));
        return new Holdings(fresh, assignments);
    }

    private Decision decide(Caller caller, Permission permission, UUID customerId, Holdings holdings) {
        UUID tenant = caller.tenantId();
        if (tenant == null) {
            return new Decision.Denied(AccessContext.ownOf(customerId), DenialReason.NO_TENANT);
        }
        if (tenant.equals(customerId)) {
            return decideOwn(caller, permission, tenant, holdings);
        }
        return state.relationshipBetween(tenant, customerId)
                .map(relationship -> decidePartner(permission, relationship, holdings))
                .orElseGet(() -> new Decision.Denied(AccessContext.ownOf(customerId), DenialReason.NO_RELATIONSHIP));
    }

    private Decision decideOwn(Caller caller, Permission permission, UUID tenant, Holdings holdings) {
        AccessContext context = AccessContext.ownOf(tenant);
        if (!freshness.isComplete()) {
            return new Decision.Denied(context, DenialReason.DATA_TOO_OLD);
        }
        if (state.isUnreadableTenant(tenant)) {
            return new Decision.Denied(context, DenialReason.CONTEXT_UNREADABLE);
        }
        if (caller.globalAdmin()) {
            return new Decision.Allowed(context, AccessScope.everything(), List.of(new Basis.GlobalAdmin(tenant)));
        }
        if (state.isUnreadable(context)) {
            return new Decision.Denied(context, DenialReason.CONTEXT_UNREADABLE);
        }
        return byAssignments(holdings, permission, context, null);
    }

    private Decision decidePartner(Permission permission, RelationshipState relationship, Holdings holdings) {
        AccessContext context = new AccessContext(relationship.customerId(), relationship.id());
        if (!holdings.fresh()) {
            return new Decision.Denied(context, DenialReason.DATA_TOO_OLD);
        }
        if (state.isUnreadable(context) || state.isUnreadableTenant(relationship.partnerId())) {
            return new Decision.Denied(context, DenialReason.CONTEXT_UNREADABLE);
        }
        if (relationship.status() != RelationshipState.Status.ACTIVE) {
            return new Decision.Denied(context, DenialReason.RELATIONSHIP_SUSPENDED);
        }
        if (!isActive(relationship.customerId())) {
            return new Decision.Denied(context, DenialReason.CUSTOMER_SUSPENDED);
        }
        return byAssignments(holdings, permission, context, relationship);
    }

    private boolean isActive(UUID tenantId) {
        return state.tenant(tenantId)
                .map(tenant -> tenant.status() == TenantState.Status.ACTIVE)
                .orElse(false);
    }

    private Decision byAssignments(
            Holdings holdings, Permission permission, AccessContext context, @Nullable RelationshipState relationship) {
        Evaluation evaluation = new Evaluation(state, permission, context, relationship, clock.instant());
        holdings.assignments().forEach(evaluation::consider);
        return evaluation.decision();
    }

    /**
     * The caller's assignments of all contexts.
     *
     * @param fresh whether the state was current before they were read, so that none of them can have been taken away long ago
     */
    private record Holdings(boolean fresh, List<HeldAssignment> assignments) {}
}
