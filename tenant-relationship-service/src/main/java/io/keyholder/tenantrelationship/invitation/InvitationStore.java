package io.keyholder.tenantrelationship.invitation;

import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Invitations in PostgreSQL: who invited whom, and up to which state they have been taken in. */
@ApplicationScoped
public class InvitationStore {
    private final Database database;
    private final Clock clock;

    InvitationStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the state is newer than what was known; it is known from now on. */
    public boolean take(InvitationState invitation, Sequence sequence) {
        return database.update(Sql.of("""
                        insert into inviter (invitation_id, customer_id, partner_id, expires_at, pending, epoch, version)
                        values (:id, :customer, :partner, :expires, :pending, :epoch, :version)
                        on conflict (invitation_id) do update
                        set customer_id = excluded.customer_id, partner_id = excluded.partner_id,
                            expires_at = excluded.expires_at, pending = excluded.pending,
                            epoch = excluded.epoch, version = excluded.version
                        where (inviter.epoch, inviter.version) < (excluded.epoch, excluded.version)
                        """)
                        .bind("id", invitation.id())
                        .bind("customer", invitation.customerId())
                        .bind("partner", invitation.partnerId())
                        .bind("expires", invitation.expiresAt())
                        .bind("pending", invitation.status() == InvitationState.Status.PENDING)
                        .bind("epoch", sequence.epoch())
                        .bind("version", sequence.version()))
                == 1;
    }

    public boolean has(UUID invitationId, Sequence sequence) {
        return database.one(
                Sql.of("""
                        select exists (select from inviter where invitation_id = :id
                                       and (epoch, version) >= (:epoch, :version)) as taken
                        """)
                        .bind("id", invitationId)
                        .bind("epoch", sequence.epoch())
                        .bind("version", sequence.version()),
                row -> row.flag("taken"));
    }

    /** The customers whose invitation waits for the partner's answer. */
    public Set<UUID> invitersOf(UUID partnerId) {
        return Set.copyOf(database.list(
                Sql.of("""
                        select distinct customer_id from inviter
                        where partner_id = :partner and pending and expires_at > :now
                        """).bind("partner", partnerId).bind("now", clock.instant()), row -> row.id("customer_id")));
    }
}
