package io.keyholder.invitation.invitation;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * When a relationship has been terminated, and only then, its customer may invite the same partner again. Up to which state each was heard
 * of is kept beside.
 */
@ApplicationScoped
class TerminationHandler implements EventHandler<RelationshipState> {
    private final InvitationStore invitations;
    private final Database database;

    TerminationHandler(InvitationStore invitations, Database database) {
        this.invitations = invitations;
        this.database = database;
    }

    @Override
    public Class<RelationshipState> payload() {
        return RelationshipState.class;
    }

    @Override
    public void handle(Event<RelationshipState> event) {
        RelationshipState relationship = event.data();
        if (take(relationship.id(), event.sequence()) && relationship.status() == RelationshipState.Status.TERMINATED) {
            invitations.releasePairOf(relationship.id());
        }
    }

    @Override
    public void forget(UUID id) {
        database.update(Sql.of("delete from known_relationship where id = :id").bind("id", id));
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return database.one(about(id, sequence, """
                        select exists (select from known_relationship
                                       where id = :id and (epoch, version) >= (:epoch, :version)) as heard
                        """), row -> row.flag("heard"));
    }

    /** Whether the sequence is newer than what was heard; it counts as heard from now on. */
    private boolean take(UUID id, Sequence sequence) {
        return database.update(about(id, sequence, """
                        insert into known_relationship as known (id, epoch, version) values (:id, :epoch, :version)
                        on conflict (id) do update set epoch = excluded.epoch, version = excluded.version
                        where (known.epoch, known.version) < (excluded.epoch, excluded.version)
                        """)) == 1;
    }

    private static Sql about(UUID id, Sequence sequence, String sql) {
        return Sql.of(sql).bind("id", id).bind("epoch", sequence.epoch()).bind("version", sequence.version());
    }
}
