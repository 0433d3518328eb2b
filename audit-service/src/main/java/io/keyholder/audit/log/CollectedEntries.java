package io.keyholder.audit.log;

import io.keyholder.contracts.AuditEntry;
import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.List;

/** The entries of the batch in hand. They end with its transaction: a batch that fails leaves none behind. */
@TransactionScoped
class CollectedEntries {
    private final List<AuditEntry> entries = new ArrayList<>();

    void add(AuditEntry entry) {
        entries.add(entry);
    }

    List<AuditEntry> all() {
        return List.copyOf(entries);
    }
}
