package io.keyholder.audit.log;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Keeps every audit event, once however often it is delivered: entries never change, so their id is all there is to ask. */
@ApplicationScoped
class AuditHandler implements EventHandler {
    private final LogStore log;
    private final CollectedEntries batch;

    AuditHandler(LogStore log, CollectedEntries batch) {
        this.log = log;
        this.batch = batch;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AUDIT);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof AuditEntry entry) {
            batch.add(entry);
        }
    }

    @Override
    public void flush() {
        log.store(batch.all());
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return log.has(id);
    }
}
