package io.keyholder.audit.application;

import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import io.keyholder.contracts.AuditEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The entries of all logs. */
public interface AuditEntries {

    /** Adds those that are not there yet, in the present transaction. */
    void store(Collection<AuditEntry> entries);

    boolean has(UUID id);

    /**
     * The newest first. The cost is that of the entries returned, wherever in the log they stand.
     *
     * @param after where to go on; empty: from the newest
     */
    List<AuditEntry> list(LogQuery query, Optional<Position> after, int limit);

    long count(LogQuery query);
}
