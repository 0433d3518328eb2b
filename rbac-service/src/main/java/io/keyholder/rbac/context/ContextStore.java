package io.keyholder.rbac.context;

import io.keyholder.contracts.Sequence;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.Locked;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/**
 * Contexts in PostgreSQL. Whatever changes in a context, its roles and their assignments included, changes under the lock of its row:
 * what is read behind that lock is still so when the transaction commits.
 */
@ApplicationScoped
public class ContextStore implements PanacheRepositoryBase<ContextEntity, UUID> {
    private static final Sequence NEVER_TOLD = new Sequence(0, 0);

    public Optional<Context> get(UUID id) {
        return findByIdOptional(id).map(ContextEntity::asContext);
    }

    /** Forgets what the transaction has read before, for it may be old by now: read it again. */
    public Optional<Locked<Context>> lock(UUID id) {
        return locked(id).map(ContextEntity::asContext).map(Locked::new);
    }

    /**
     * The context, locked; made as given if it is not there yet.
     *
     * @param initial as an acceptance knows it, before its relationship was heard of
     */
    public Locked<Context> lockOrAdd(Context initial) {
        return new Locked<>(
                locked(initial.id()).orElseGet(() -> add(initial, NEVER_TOLD)).asContext());
    }

    /**
     * Takes what an event says of a context and locks it. A closed one stays closed.
     *
     * @return the context; empty when the event was no newer than what was known
     */
    public Optional<Locked<Context>> take(Context told, Sequence sequence) {
        Optional<ContextEntity> known = locked(told.id());
        if (known.isEmpty()) {
            return Optional.of(new Locked<>(add(told, sequence).asContext()));
        }
        if (!sequence.isNewerThan(known.get().sequence())) {
            return Optional.empty();
        }
        known.get().take(told, sequence);
        return Optional.of(new Locked<>(known.get().asContext()));
    }

    public boolean has(UUID id, Sequence sequence) {
        return findByIdOptional(id)
                .map(known -> !sequence.isNewerThan(known.sequence()))
                .orElse(false);
    }

    private Optional<ContextEntity> locked(UUID id) {
        flush();
        getEntityManager().clear();
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private ContextEntity add(Context context, Sequence sequence) {
        ContextEntity entity = new ContextEntity();
        entity.take(context, sequence);
        persist(entity);
        flush();
        return entity;
    }
}
