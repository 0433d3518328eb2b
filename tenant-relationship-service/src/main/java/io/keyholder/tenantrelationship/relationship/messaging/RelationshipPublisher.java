package io.keyholder.tenantrelationship.relationship.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import io.keyholder.tenantrelationship.relationship.application.RelationshipEvents;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.keyholder.tenantrelationship.relationship.domain.Relationship.State;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A relationship stands in the customer's log under the partner's name. */
@ApplicationScoped
class RelationshipPublisher implements RelationshipEvents {
    private final Outbox outbox;
    private final AuditLog audit;
    private final Tenants tenants;

    RelationshipPublisher(Outbox outbox, AuditLog audit, Tenants tenants) {
        this.outbox = outbox;
        this.audit = audit;
        this.tenants = tenants;
    }

    @Override
    public void established(Relationship relationship, Provenance by) {
        publish(EventType.RELATIONSHIP_ESTABLISHED, AuditEntry.Operation.CREATE, Optional.empty(), relationship, by);
    }

    @Override
    public void suspended(Relationship before, Relationship after, Provenance by) {
        publish(EventType.RELATIONSHIP_SUSPENDED, AuditEntry.Operation.UPDATE, Optional.of(before), after, by);
    }

    @Override
    public void resumed(Relationship before, Relationship after, Provenance by) {
        publish(EventType.RELATIONSHIP_RESUMED, AuditEntry.Operation.UPDATE, Optional.of(before), after, by);
    }

    @Override
    public void terminated(Relationship before, Relationship after, Provenance by) {
        publish(EventType.RELATIONSHIP_TERMINATED, AuditEntry.Operation.DELETE, Optional.of(before), after, by);
    }

    private void publish(
            EventType type,
            AuditEntry.Operation operation,
            Optional<Relationship> before,
            Relationship relationship,
            Provenance by) {
        outbox.append(type, stateOf(relationship), relationship.version(), by);
        String partner =
                tenants.find(relationship.partnerId()).map(Tenant::name).orElse("");
        audit.changed(
                AuditEntry.Category.RELATIONSHIP,
                operation,
                new AuditSubject(
                        relationship.customerId(),
                        relationship.id(),
                        relationship.id().toString(),
                        partner),
                Difference.of(before.map(RelationshipPublisher::stateOf).orElse(null), stateOf(relationship)),
                by);
    }

    static RelationshipState stateOf(Relationship relationship) {
        return new RelationshipState(
                relationship.id(),
                relationship.customerId(),
                relationship.partnerId(),
                switch (relationship.state()) {
                    case State.Active active -> RelationshipState.Status.ACTIVE;
                    case State.Suspended suspended -> RelationshipState.Status.SUSPENDED;
                    case State.Terminated terminated -> RelationshipState.Status.TERMINATED;
                },
                relationship.invitationId(),
                relationship.establishedAt(),
                relationship.permissionCeiling().orElse(null),
                List.of());
    }
}
