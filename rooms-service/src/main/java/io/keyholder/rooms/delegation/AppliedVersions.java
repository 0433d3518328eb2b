package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Up to which state other services' aggregates have been taken in. */
@ApplicationScoped
class AppliedVersions {
    private final Database database;

    AppliedVersions(Database database) {
        this.database = database;
    }

    /** Whether the sequence is newer than what was taken; it counts as taken from now on. */
    boolean take(Topic topic, UUID id, Sequence sequence) {
        return database.update(about(topic, id, sequence, """
                        insert into taken_state (topic, id, epoch, version) values (:topic, :id, :epoch, :version)
                        on conflict (topic, id) do update set epoch = excluded.epoch, version = excluded.version
                        where (taken_state.epoch, taken_state.version) < (excluded.epoch, excluded.version)
                        """)) == 1;
    }

    boolean has(Topic topic, UUID id, Sequence sequence) {
        return database.one(about(topic, id, sequence, """
                        select exists (select from taken_state where topic = :topic and id = :id
                                       and (epoch, version) >= (:epoch, :version)) as taken
                        """), row -> row.flag("taken"));
    }

    private static Sql about(Topic topic, UUID id, Sequence sequence, String sql) {
        return Sql.of(sql)
                .bind("topic", topic.topicName())
                .bind("id", id)
                .bind("epoch", sequence.epoch())
                .bind("version", sequence.version());
    }
}
