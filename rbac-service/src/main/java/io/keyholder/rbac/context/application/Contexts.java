package io.keyholder.rbac.context.application;

import io.keyholder.contracts.Sequence;
import io.keyholder.rbac.context.domain.Context;
import java.util.Optional;
import java.util.UUID;

/** Where contexts are kept. */
public interface Contexts {

    Optional<Context> find(UUID id);

    /**
     * The same, and nobody else changes anything in the context until the transaction ends. What was read in the
     * transaction before is forgotten, for it may be old by now: read it again.
     */
    Optional<Context> lock(UUID id);

    /**
     * The context, locked; made as given if it is not there yet.
     *
     * @param initial as an acceptance knows it, before its relationship was heard of
     */
    Context lockOrAdd(Context initial);

    /**
     * Takes what an event says of a context and locks it. A closed one stays closed.
     *
     * @return whether the event was newer than what was known
     */
    boolean take(Context told, Sequence sequence);

    boolean has(UUID id, Sequence sequence);
}
