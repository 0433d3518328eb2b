package io.keyholder.tenantrelationship.tenant.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All tenants, for publishing them anew. */
@ApplicationScoped
class TenantStates implements StateSource {
    private final Tenants tenants;

    TenantStates(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Topic topic() {
        return Topic.TENANTS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return tenants.all().map(t -> new Snapshot(TenantPublisher.stateOf(t), t.version()));
    }
}
