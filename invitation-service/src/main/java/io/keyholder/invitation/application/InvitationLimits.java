package io.keyholder.invitation.application;

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
public class InvitationLimits {
    private static final Duration A_DAY = Duration.ofDays(1);

    /** What a tenant has of each. */
    public record Counts(long pending, long sentSince, long relationships) {}

    private final Invitations invitations;
    private final InvitationConfig.Limits limits;

    InvitationLimits(Invitations invitations, InvitationConfig config) {
        this.invitations = invitations;
        this.limits = config.limits();
    }

    /** The limit that one more invitation of the customer would go over. No other is sent until the transaction ends. */
    Optional<LimitReached> reachedBySending(UUID customerId, Instant now) {
        invitations.lockSender(customerId);
        Counts counts = invitations.countsOfCustomer(customerId, now, now.minus(A_DAY));
        if (counts.pending() >= limits.pending()) {
            return Optional.of(new LimitReached("pending invitations of a customer", limits.pending()));
        }
        if (counts.sentSince() >= limits.sentPerDay()) {
            return Optional.of(new LimitReached("invitations of a customer in 24 hours", limits.sentPerDay()));
        }
        return counts.pending() + counts.relationships() >= limits.relationships()
                ? Optional.of(
                        new LimitReached("relationships and pending invitations of a customer", limits.relationships()))
                : Optional.empty();
    }

    /** The limit that one more relationship of the partner would go over. It accepts no other until the transaction ends. */
    public Optional<LimitReached> reachedByAccepting(UUID partnerId) {
        invitations.lockAccepter(partnerId);
        return invitations.relationshipsOfPartner(partnerId) >= limits.relationships()
                ? Optional.of(new LimitReached("relationships of a partner", limits.relationships()))
                : Optional.empty();
    }
}
