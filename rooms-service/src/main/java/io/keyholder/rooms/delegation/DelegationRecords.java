package io.keyholder.rooms.delegation;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import io.keyholder.rooms.delegation.model.Delegation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How delegations are stored, published and logged. */
@Singleton
class DelegationRecords extends Records<Delegation> {
    private final DelegationStore delegations;
    private final AccessState state;

    DelegationRecords(DelegationStore delegations, AccessState state) {
        super(Topic.DELEGATIONS, AuditEntry.Category.DELEGATION);
        this.delegations = delegations;
        this.state = state;
    }

    @Override
    protected DelegationState state(Delegation delegation) {
        return new DelegationState(
                delegation.relationshipId(),
                delegation.customerId(),
                delegation.partnerId(),
                delegation.roomScope(),
                delegation.isActive() ? DelegationState.Status.ACTIVE : DelegationState.Status.ENDED,
                List.of());
    }

    /** Under the partner's name: that is how the customer knows it. */
    @Override
    public AuditSubject subject(Delegation delegation) {
        return new AuditSubject(
                delegation.customerId(),
                delegation.relationshipId(),
                delegation.relationshipId().toString(),
                state.tenant(delegation.partnerId()).map(TenantState::name).orElse(""));
    }

    @Override
    protected void store(List<Changed<Delegation>> changes) {
        changes.forEach(delegations::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return delegations.all().map(this::snapshot);
    }
}
