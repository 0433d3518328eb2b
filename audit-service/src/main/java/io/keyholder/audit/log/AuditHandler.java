package io.keyholder.audit.log;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps every audit event, once however often it is delivered: entries never change, so their id is all there is to ask. */
@ApplicationScoped
class AuditHandler implements EventHandler<AuditEntry> {
    private final LogStore log;
    private final CollectedEntries batch;

    AuditHandler(LogStore log, CollectedEntries batch) {
        this.log = log;
        this.batch = batch;
    }

    @Override
    public Class<AuditEntry> payload() {
        return AuditEntry.class;
    }

    @Override
    public void handle(Event<AuditEntry> event) {
        batch.add(event.data());
    }

    @Override
    public void flush() {
        log.store(batch.all());
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return log.has(id);
    }
}
