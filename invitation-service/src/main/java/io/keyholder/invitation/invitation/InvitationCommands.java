package io.keyholder.invitation.invitation;

import io.keyholder.access.AccessScope;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.invitation.invitation.model.Acceptance;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.invitation.invitation.model.Offer;
import io.keyholder.invitation.invitation.model.PrimaryAdmins;
import io.keyholder.invitation.invitation.model.RoomCounts;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.InvitationProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends invitations, answers them and ends them, in the caller's transaction. */
@ApplicationScoped
public class InvitationCommands {
    private final AvailablePartners partners;
    private final RoomDirectory directory;
    private final InvitationLimits limits;
    private final InvitationStore invitations;
    private final InvitationRecords records;
    private final Recorder recorder;
    private final Clock clock;

    InvitationCommands(
            AvailablePartners partners,
            RoomDirectory directory,
            InvitationLimits limits,
            InvitationStore invitations,
            InvitationRecords records,
            Recorder recorder,
            Clock clock) {
        this.partners = partners;
        this.directory = directory;
        this.limits = limits;
        this.invitations = invitations;
        this.records = records;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** @param userId the customer's user */
    Outcome<Invitation> send(UUID customerId, Offer offer, String userId, Provenance by) {
        Optional<UUID> partner = partners.find(offer.partnerDomain(), customerId);
        if (partner.isEmpty()) {
            return Refused.because(InvitationProblem.PARTNER_NOT_AVAILABLE);
        }
        Instant now = clock.instant();
        Optional<Refused<Invitation>> obstacle = obstacle(customerId, partner.get(), now);
        return obstacle.isPresent()
                ? obstacle.get()
                : recorder.record(
                        Invitation.send(
                                Ids.next(),
                                customerId,
                                partner.get(),
                                offer,
                                Optional.of(counts(customerId, offer.roomScope())),
                                userId,
                                now),
                        records,
                        by);
    }

    /**
     * An offer takes effect now, so what was true when it was sent must be true now: if it is not, the platform cancels the invitation
     * instead. Nothing is offered access while it is not known what was taken away.
     *
     * @param userId the partner's user
     */
    Outcome<Invitation> accept(
            Locked<Invitation> invitation, PrimaryAdmins primaryAdmins, String userId, Provenance by) {
        Instant now = clock.instant();
        Invitation present = invitation.now().at(now);
        if (!present.isPending()) {
            return present.notPending();
        }
        if (!partners.areKnownTo(present.customerId())) {
            return Refused.because(CommonProblem.ACCESS_DATA_STALE);
        }
        Optional<Refused<Invitation>> tooMany = limits.reachedByAccepting(present.partnerId());
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        if (!partners.stillStand(present)) {
            return withdraw(present, now, by.byThePlatform());
        }
        Acceptance acceptance = new Acceptance(Ids.next(), Ids.next(), Ids.next(), primaryAdmins);
        Outcome<Invitation> outcome = recorder.record(present.accept(acceptance, userId, now), records, by);
        records.expectWhatFollows(acceptance);
        return outcome;
    }

    /** @param userId the partner's user */
    Outcome<Invitation> deny(Locked<Invitation> invitation, Optional<String> reason, String userId, Provenance by) {
        return recorder.record(invitation.now().deny(reason, userId, clock.instant()), records, by);
    }

    /** @param userId the customer's user */
    Outcome<Invitation> cancel(Locked<Invitation> invitation, String userId, Provenance by) {
        return recorder.record(invitation.now().cancel(userId, clock.instant()), records, by);
    }

    /** Stores that its time has passed, if it has. */
    public void expire(Locked<Invitation> invitation) {
        recorder.record(invitation.now().expire(clock.instant()), records, Provenance.platform());
    }

    private RoomCounts counts(UUID customerId, Scope offered) {
        return new RoomCounts(
                directory.count(customerId, List.of(AccessScope.of(offered))),
                offered.coversAll()
                        ? directory.countGroups(customerId)
                        : directory.groups(customerId, offered.roomGroupIds()).size());
    }

    private Outcome<Invitation> withdraw(Invitation present, Instant now, Provenance byThePlatform) {
        Outcome<Invitation> outcome = recorder.record(present.withdraw(now), records, byThePlatform);
        if (outcome instanceof Changed<Invitation> withdrawn) {
            records.logForPartner(withdrawn.after(), byThePlatform);
        }
        return outcome;
    }

    /** What keeps the customer from inviting the partner. An invitation whose time has passed does not, once that is stored. */
    private Optional<Refused<Invitation>> obstacle(UUID customerId, UUID partnerId, Instant now) {
        // Taken before any invitation's own lock, so that two who send never wait for each other.
        Optional<Refused<Invitation>> tooMany = limits.reachedBySending(customerId, now);
        invitations.lockPair(customerId, partnerId);
        Optional<Locked<Invitation>> holder = invitations.lockHolderOf(customerId, partnerId);
        holder.ifPresent(this::expire);
        return holder.flatMap(invitation -> invitation.now().obstacle(now)).or(() -> tooMany);
    }
}
