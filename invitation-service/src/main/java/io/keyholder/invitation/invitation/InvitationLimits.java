package io.keyholder.invitation.invitation;

import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.record.Limit;
import io.keyholder.record.Refused;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How much one tenant may pile up. What a customer has offered counts as if it were accepted, so that nothing but the
 * partner's own limit is left to ask when it is.
 */
@ApplicationScoped
class InvitationLimits {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Database database;
    private final InvitationConfig.Limits limits;

    InvitationLimits(Database database, InvitationConfig config) {
        this.database = database;
        this.limits = config.limits();
    }

    /** What a customer has of each. */
    private record Counts(long pending, long sent, long related) {}

    /** The limit that one more invitation of the customer would go over. No other is sent until the transaction ends. */
    Optional<Refused<Invitation>> reachedBySending(UUID customerId, Instant now) {
        database.lock("sender " + customerId);
        Counts counts = countsOf(customerId, now);
        if (counts.pending() >= limits.pending()) {
            return reached("pending", limits.pending(), "pending invitations of a customer");
        }
        if (counts.sent() >= limits.sentPerDay()) {
            return reached("sent-per-day", limits.sentPerDay(), "invitations of a customer in 24 hours");
        }
        return counts.pending() + counts.related() >= limits.relationships()
                ? reached(
                        "relationships", limits.relationships(), "relationships and pending invitations of a customer")
                : Optional.empty();
    }

    /**
     * The limit that one more relationship of the partner would go over. It accepts no other until the transaction ends. Asked once the
     * invitation is locked.
     */
    Optional<Refused<Invitation>> reachedByAccepting(UUID partnerId) {
        database.lock("accepter " + partnerId);
        long related = database.one(Sql.of("""
                        select count(*) from invitation where partner_id = :partner and status = 'ACCEPTED' and not released
                        """).bind("partner", partnerId), row -> row.number("count"));
        return related >= limits.relationships()
                ? reached("relationships", limits.relationships(), "relationships of a partner")
                : Optional.empty();
    }

    private Counts countsOf(UUID customerId, Instant now) {
        return database.one(
                Sql.of("""
                        select
                            (select count(*) from invitation where customer_id = :customer
                                and status = 'PENDING' and not released and expires_at > :now) as pending,
                            (select count(*) from invitation where customer_id = :customer and created_at > :since) as sent,
                            (select count(*) from invitation where customer_id = :customer
                                and status = 'ACCEPTED' and not released) as related
                        """).bind("customer", customerId).bind("now", now).bind("since", now.minus(A_DAY)),
                row -> new Counts(row.number("pending"), row.number("sent"), row.number("related")));
    }

    private static Optional<Refused<Invitation>> reached(String name, long most, String what) {
        return Optional.of(new Limit(name, most, what).refusal());
    }
}
