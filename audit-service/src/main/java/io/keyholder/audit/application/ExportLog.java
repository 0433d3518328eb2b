package io.keyholder.audit.application;

import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Exports a log. It is read in pages by their keys: a download that takes hours holds neither a connection nor a lock
 * meanwhile, and no more than a page in memory.
 */
@ApplicationScoped
public class ExportLog {
    private static final int PAGE = 2_000;

    private final AuditEntries entries;
    private final AuditLog audit;
    private final Outbox outbox;

    ExportLog(AuditEntries entries, AuditLog audit, Outbox outbox) {
        this.entries = entries;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * An export that has been recorded.
     *
     * @param record the entry that says so: it may arrive in the log meanwhile, and is no part of what is exported
     */
    public record Export(LogQuery query, UUID record) {}

    /**
     * Records that the log is being exported, before anything of it is given out.
     *
     * @param name of the file
     */
    public Export begin(LogQuery query, String name, Provenance by) {
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
    public void forEachPage(Export export, Consumer<List<AuditEntry>> taker) {
        LogQuery query = export.query();
        List<AuditEntry> page = entries.list(query, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            taker.accept(page.stream()
                    .filter(entry -> !entry.id().equals(export.record()))
                    .toList());
            page = page.size() < PAGE ? List.of() : entries.list(query, Optional.of(Position.of(page.getLast())), PAGE);
        }
    }
}
