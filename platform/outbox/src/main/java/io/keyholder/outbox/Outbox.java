package io.keyholder.outbox;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Topic;
import java.util.List;
import java.util.UUID;

/**
 * Appends events to the outbox in the caller's transaction: they are sent if and only if it commits. Each method throws
 * {@link IllegalStateException} outside a transaction. Nothing is written before the transaction's end, where all events
 * go together, a thousand a statement, after the rows they speak of are locked.
 */
public interface Outbox {

    /**
     * @param version the aggregate's version after the change, from 1, rising with each change
     */
    void append(EventType type, AggregateState state, long version, Provenance by);

    /** Appends an entry for the audit log; the change does not commit without it. */
    void audit(AuditEntry entry, Provenance by);

    /**
     * Says what another service will derive from this transaction, so that who awaits the change awaits that too.
     *
     * @param version the version the derived aggregate will have at least
     */
    void expect(Topic topic, UUID id, long version);

    /** What the present transaction has appended and expects so far. */
    List<Written> written();
}
