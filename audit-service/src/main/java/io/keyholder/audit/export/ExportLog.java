package io.keyholder.audit.export;

import io.keyholder.audit.log.LogStore;
import io.keyholder.audit.log.model.LogQuery;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.web.list.Results;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Exports a log. It is read in pages by their keys: a download that takes hours holds neither a connection nor a lock
 * meanwhile, and no more than a page in memory.
 */
@ApplicationScoped
class ExportLog {
    private static final int PAGE = 2_000;

    private final LogStore log;
    private final AuditLog audit;
    private final Outbox outbox;

    ExportLog(LogStore log, AuditLog audit, Outbox outbox) {
        this.log = log;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * An export that has been recorded.
     *
     * @param record the entry that says so: it may arrive in the log meanwhile, and is no part of what is exported
     */
    record Export(LogQuery query, UUID record) {}

    /**
     * Records that the log is being exported, before anything of it is given out.
     *
     * @param name of the file
     */
    Export begin(LogQuery query, String name, Provenance by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            audit.changed(
                    AuditEntry.Category.AUDIT_EXPORT,
                    AuditEntry.Operation.CREATE,
                    new AuditSubject(query.tenantId(), null, name, name),
                    by);
            return new Export(query, outbox.written().getLast().id());
        });
    }

    /** Hands over all that is asked for, the newest first, page by page. */
    void forEachPage(Export export, Consumer<List<AuditEntry>> taker) {
        Results<AuditEntry> found = log.search(export.query());
        List<AuditEntry> page = found.page(List.of(), PAGE);
        while (!page.isEmpty()) {
            taker.accept(page.stream()
                    .filter(entry -> !entry.id().equals(export.record()))
                    .toList());
            page = page.size() < PAGE ? List.of() : found.page(found.keysOf(page.getLast()), PAGE);
        }
    }
}
