package io.keyholder.contracts;

import java.util.UUID;

/** The body of an event: a state of an aggregate, or an entry for the audit log. */
public sealed interface Payload permits AggregateState, AuditEntry {

    /** The key of the event on its topic. */
    UUID id();
}
