package io.keyholder.invitation.invitation;

import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Invitations in PostgreSQL. Who only reads one is given what it is by now; who locks it, what is stored. They are rows to both, for a
 * list shows each as a whole.
 */
@ApplicationScoped
public class InvitationStore {
    private static final String SELECT = "select i.*, admins.* from invitation i" + InvitationRows.WITH_ADMINS;

    private final Database database;
    private final Clock clock;

    InvitationStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose it is, and its name in the log: all that is needed to say whether a caller may know of it. */
    record Sides(UUID id, UUID customerId, UUID partnerId, String partnerDomain) {}

    /** Costs the same whether or not it exists, and neither loads nor locks it. */
    Optional<Sides> sidesOf(UUID id) {
        return database.first(
                Sql.of("select id, customer_id, partner_id, partner_domain from invitation where id = :id")
                        .bind("id", id),
                row -> new Sides(
                        row.id("id"), row.id("customer_id"), row.id("partner_id"), row.text("partner_domain")));
    }

    Optional<Invitation> find(UUID id) {
        return stored(id).map(invitation -> invitation.at(clock.instant()));
    }

    /** What somebody looks for, among those of one tenant. */
    Results<Invitation> search(InvitationFilter filter) {
        return new InvitationQuery(database, filter, clock.instant());
    }

    Optional<Locked<Invitation>> lock(UUID id) {
        return lock(
                Sql.of("select id from invitation where id = :id for update").bind("id", id));
    }

    /** Nobody else invites this partner for this customer until the transaction ends. */
    void lockPair(UUID customerId, UUID partnerId) {
        database.lock("invitation " + customerId + " " + partnerId);
    }

    /**
     * The one that keeps the customer from inviting the partner again, as far as is stored: pending, or accepted and the relationship
     * not yet terminated.
     */
    Optional<Locked<Invitation>> lockHolderOf(UUID customerId, UUID partnerId) {
        return lock(Sql.of("""
                        select id from invitation
                        where customer_id = :customer and partner_id = :partner
                            and status in ('PENDING', 'ACCEPTED') and not released
                        for update
                        """).bind("customer", customerId).bind("partner", partnerId));
    }

    /** Pending ones whose time had passed by then, without those that another transaction works on. */
    public List<Locked<Invitation>> lockOverdue(Instant now, int limit) {
        return database.list(
                Sql.of("""
                        select * from invitation where status = 'PENDING' and expires_at <= :now
                        order by expires_at limit :limit for update skip locked
                        """).bind("now", now).bind("limit", limit), row -> new Locked<>(InvitationRows.read(row)));
    }

    void store(Changed<Invitation> change) {
        Invitation invitation = change.after();
        if (change.isCreation()) {
            database.update(InvitationRows.row(invitation).insert());
            return;
        }
        database.update(InvitationRows.row(invitation).update());
        invitation
                .acceptance()
                .ifPresent(acceptance ->
                        database.update(InvitationRows.insertAdmins(invitation.id(), acceptance.primaryAdmins())));
    }

    /** The relationship has ended: the customer may invite the partner again. */
    void releasePairOf(UUID relationshipId) {
        database.update(Sql.of("update invitation set released = true where relationship_id = :relationship")
                .bind("relationship", relationshipId));
    }

    /** The customers that have ever invited the partner. */
    Set<UUID> customersThatInvited(UUID partnerId) {
        return Set.copyOf(database.list(
                Sql.of("select distinct customer_id from invitation where partner_id = :partner")
                        .bind("partner", partnerId),
                row -> row.id("customer_id")));
    }

    /** As they are stored. */
    Stream<Invitation> all() {
        return database.all(
                after -> Sql.of(SELECT + "where i.id > :after order by i.id limit 1000")
                        .bind("after", after),
                InvitationRows::read,
                Invitation::id);
    }

    private Optional<Invitation> stored(UUID id) {
        return database.first(Sql.of(SELECT + "where i.id = :id").bind("id", id), InvitationRows::read);
    }

    private Optional<Locked<Invitation>> lock(Sql ofOne) {
        // Read behind the lock: the Primary admins of one that was being accepted are rows of their own.
        return database.first(ofOne, row -> row.id("id")).flatMap(this::stored).map(Locked::new);
    }
}
