package io.keyholder.tenantrelationship.relationship.api;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.TenantState;
import io.keyholder.tenantrelationship.relationship.application.RelationshipFilter.Status;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.State;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.web.answer.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Shows relationships with the names of their sides. */
@ApplicationScoped
class RelationshipViews {
    private final Tenants tenants;
    private final AccessState state;

    RelationshipViews(Tenants tenants, AccessState state) {
        this.tenants = tenants;
        this.state = state;
    }

    /** As it is known in memory. */
    String nameOf(UUID tenantId) {
        return state.tenant(tenantId).map(TenantState::name).orElse("");
    }

    RelationshipView view(Relationship relationship) {
        State state = relationship.state();
        return new RelationshipView(
                relationship.id(),
                side(relationship.customerId()),
                side(relationship.partnerId()),
                statusOf(state),
                relationship.establishedAt(),
                state instanceof State.Suspended suspended ? suspended.since() : null,
                state instanceof State.Terminated terminated ? terminated.at() : null,
                relationship.invitationId(),
                relationship.permissionCeiling().orElse(null),
                Map.of(),
                Version.of(relationship.id(), relationship.version()));
    }

    private RelationshipView.Side side(UUID tenantId) {
        return new RelationshipView.Side(
                tenantId, tenants.find(tenantId).map(Tenant::name).orElse(""));
    }

    private static Status statusOf(State state) {
        return switch (state) {
            case State.Active active -> Status.ACTIVE;
            case State.Suspended suspended -> Status.SUSPENDED;
            case State.Terminated terminated -> Status.TERMINATED;
        };
    }
}
