package io.keyholder.rbac.context.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.application.Contexts;
import io.keyholder.rbac.context.application.OpenTenantContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A tenant that was registered has a context of its own. */
@ApplicationScoped
class TenantHandler implements EventHandler {
    private final OpenTenantContext openTenantContext;
    private final Contexts contexts;

    TenantHandler(OpenTenantContext openTenantContext, Contexts contexts) {
        this.openTenantContext = openTenantContext;
        this.contexts = contexts;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TENANTS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof TenantState tenant) {
            openTenantContext.open(tenant.id(), event.sequence(), Provenance.of(event));
        }
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> contexts.has(id, sequence));
    }
}
