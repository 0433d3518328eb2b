package io.keyholder.invitation.application;

import io.keyholder.contracts.Ids;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import io.keyholder.invitation.domain.Offer;
import io.keyholder.invitation.domain.RoomCounts;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A customer invites a partner. */
@ApplicationScoped
public class SendInvitation {
    private final AvailablePartners partners;
    private final CustomerRooms customerRooms;
    private final InvitationLimits limits;
    private final Invitations invitations;
    private final ExpireInvitations expireInvitations;
    private final InvitationEvents events;
    private final Clock clock;

    SendInvitation(
            AvailablePartners partners,
            CustomerRooms customerRooms,
            InvitationLimits limits,
            Invitations invitations,
            ExpireInvitations expireInvitations,
            InvitationEvents events,
            Clock clock) {
        this.partners = partners;
        this.customerRooms = customerRooms;
        this.limits = limits;
        this.invitations = invitations;
        this.expireInvitations = expireInvitations;
        this.events = events;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Sent(Invitation invitation) implements Outcome {}

        record PartnerNotAvailable() implements Outcome {}

        record AlreadyPending() implements Outcome {}

        record AlreadyRelated() implements Outcome {}

        record TooMany(LimitReached limit) implements Outcome {}
    }

    /** @param userId the customer's user who sends it */
    public Outcome send(UUID customerId, Offer offer, String userId, Provenance by) {
        return partners.find(offer.partnerDomain(), customerId)
                .map(partnerId -> send(customerId, partnerId, offer, userId, by))
                .orElseGet(Outcome.PartnerNotAvailable::new);
    }

    private Outcome send(UUID customerId, UUID partnerId, Offer offer, String userId, Provenance by) {
        // Taken before any invitation's own lock, so that two who send never wait for each other.
        Instant now = clock.instant();
        Optional<Outcome> tooMany = limits.reachedBySending(customerId, now).map(Outcome.TooMany::new);
        invitations.lockPair(customerId, partnerId);
        return obstacle(customerId, partnerId, now).or(() -> tooMany).orElseGet(() -> {
            Optional<RoomCounts> counts = customerRooms.count(customerId, offer.roomScope());
            Invitation invitation = Invitation.sent(Ids.next(), customerId, partnerId, offer, counts, userId, now);
            invitations.add(invitation);
            events.sent(invitation, by);
            return new Outcome.Sent(invitation);
        });
    }

    /** What keeps the customer from inviting the partner. An invitation whose time has passed does not, once that is stored. */
    private Optional<Outcome> obstacle(UUID customerId, UUID partnerId, Instant now) {
        return invitations.lockHolderOf(customerId, partnerId).flatMap(holder -> switch (holder.at(now)
                .state()) {
            case State.Pending pending -> Optional.of(new Outcome.AlreadyPending());
            case State.Accepted accepted -> Optional.of(new Outcome.AlreadyRelated());
            case State.Expired expired -> {
                expireInvitations.store(holder.at(now));
                yield Optional.<Outcome>empty();
            }
            case State.Denied denied -> Optional.<Outcome>empty();
            case State.Cancelled cancelled -> Optional.<Outcome>empty();
        });
    }
}
