package io.keyholder.invitation.persistence;

import io.keyholder.contracts.Sequence;
import io.keyholder.invitation.application.KnownRelationships;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

@ApplicationScoped
class SqlKnownRelationships implements KnownRelationships {
    private final EntityManager database;

    SqlKnownRelationships(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean take(UUID id, Sequence sequence) {
        int taken = database.createNativeQuery("""
                        insert into known_relationship (id, epoch, version) values (:id, :epoch, :version)
                        on conflict (id) do update set epoch = excluded.epoch, version = excluded.version
                        where (known_relationship.epoch, known_relationship.version)
                            < (excluded.epoch, excluded.version)
                        """)
                .setParameter("id", id)
                .setParameter("epoch", sequence.epoch())
                .setParameter("version", sequence.version())
                .executeUpdate();
        return taken > 0;
    }

    @Override
    public void forget(UUID id) {
        database.createNativeQuery("delete from known_relationship where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return !database.createNativeQuery("""
                        select 1 from known_relationship where id = :id and (epoch, version) >= (:epoch, :version)
                        """)
                .setParameter("id", id)
                .setParameter("epoch", sequence.epoch())
                .setParameter("version", sequence.version())
                .getResultList()
                .isEmpty();
    }
}
