package io.keyholder.rbac.context.persistence;

import io.keyholder.contracts.Sequence;
import io.keyholder.rbac.context.application.Contexts;
import io.keyholder.rbac.context.domain.Context;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheContexts implements Contexts, PanacheRepositoryBase<ContextEntity, UUID> {
    private static final Sequence NEVER_TOLD = new Sequence(0, 0);

    @Override
    public Optional<Context> find(UUID id) {
        return findByIdOptional(id).map(ContextEntity::asContext);
    }

    @Override
    public Optional<Context> lock(UUID id) {
        return locked(id).map(ContextEntity::asContext);
    }

    @Override
    public Context lockOrAdd(Context initial) {
        return locked(initial.id()).orElseGet(() -> add(initial, NEVER_TOLD)).asContext();
    }

    @Override
    public boolean take(Context told, Sequence sequence) {
        Optional<ContextEntity> known = locked(told.id());
        if (known.isEmpty()) {
            add(told, sequence);
            return true;
        }
        if (!sequence.isNewerThan(known.get().sequence())) {
            return false;
        }
        known.get().take(told, sequence);
        return true;
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return findByIdOptional(id)
                .map(known -> !sequence.isNewerThan(known.sequence()))
                .orElse(false);
    }

    private Optional<ContextEntity> locked(UUID id) {
        getEntityManager().flush();
        getEntityManager().clear();
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private ContextEntity add(Context context, Sequence sequence) {
        ContextEntity entity = new ContextEntity();
        entity.take(context, sequence);
        persist(entity);
        return entity;
    }
}
