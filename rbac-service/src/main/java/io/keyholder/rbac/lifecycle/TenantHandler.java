package io.keyholder.rbac.lifecycle;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.ContextStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A tenant that was registered has a context of its own. */
@ApplicationScoped
class TenantHandler implements EventHandler<TenantState> {
    private final ContextLifecycle lifecycle;
    private final ContextStore contexts;

    TenantHandler(ContextLifecycle lifecycle, ContextStore contexts) {
        this.lifecycle = lifecycle;
        this.contexts = contexts;
    }

    @Override
    public Class<TenantState> payload() {
        return TenantState.class;
    }

    @Override
    public void handle(Event<TenantState> event) {
        lifecycle.openTenant(event.data().id(), event.sequence(), Provenance.of(event));
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> contexts.has(id, sequence));
    }
}
