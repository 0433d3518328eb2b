package io.keyholder.audit.application;

import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Provenance;
import io.keyholder.web.audit.AuditLog;
import io.keyholder.web.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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

    ExportLog(AuditEntries entries, AuditLog audit) {
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Records that the log is being exported, before anything of it is given out.
     *
     * @param name of the file
     */
    public void begin(LogQuery query, String name, Provenance by) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.changed(
                        AuditEntry.Category.AUDIT_EXPORT,
                        AuditEntry.Operation.CREATE,
                        new AuditSubject(query.tenantId(), null, name, name),
                        by));
    }

    /** Hands over all that is asked for, the newest first, page by page. */
    public void forEachPage(LogQuery query, Consumer<List<AuditEntry>> taker) {
        List<AuditEntry> page = entries.list(query, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            taker.accept(page);
            page = page.size() < PAGE ? List.of() : entries.list(query, Optional.of(Position.of(page.getLast())), PAGE);
        }
    }
}
