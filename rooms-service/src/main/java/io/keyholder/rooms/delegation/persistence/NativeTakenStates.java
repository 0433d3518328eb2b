package io.keyholder.rooms.delegation.persistence;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.rooms.delegation.application.TakenStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

@ApplicationScoped
class NativeTakenStates implements TakenStates {
    private final EntityManager database;

    NativeTakenStates(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean take(Topic topic, UUID id, Sequence sequence) {
        return database.createNativeQuery("""
                                insert into taken_state (topic, id, epoch, version)
                                values (:topic, :id, :epoch, :version)
                                on conflict (topic, id) do update
                                set epoch = excluded.epoch, version = excluded.version
                                where (taken_state.epoch, taken_state.version) < (excluded.epoch, excluded.version)
                                """)
                        .setParameter("topic", topic.topicName())
                        .setParameter("id", id)
                        .setParameter("epoch", sequence.epoch())
                        .setParameter("version", sequence.version())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return (Boolean) database.createNativeQuery("""
                        select exists (select from taken_state where topic = :topic and id = :id
                                       and (epoch, version) >= (:epoch, :version))
                        """, Boolean.class)
                .setParameter("topic", topic.topicName())
                .setParameter("id", id)
                .setParameter("epoch", sequence.epoch())
                .setParameter("version", sequence.version())
                .getSingleResult();
    }
}
