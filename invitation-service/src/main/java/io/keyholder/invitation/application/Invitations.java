package io.keyholder.invitation.application;

import io.keyholder.invitation.domain.Invitation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where invitations are kept, as they were stored: what has become of one since, {@link Invitation#at} says. */
public interface Invitations {

    /** Whose it is, and its name in the log: all that is needed to say whether a caller may know of it. */
    record Sides(UUID id, UUID customerId, UUID partnerId, String partnerDomain) {}

    /** Costs the same whether or not it exists, and neither loads nor locks it. */
    Optional<Sides> sidesOf(UUID id);

    Optional<Invitation> find(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Invitation> lock(UUID id);

    /** The customer sends no other invitation until the transaction ends. */
    void lockSender(UUID customerId);

    /** The partner accepts no other invitation until the transaction ends. Taken after the invitation's own lock. */
    void lockAccepter(UUID partnerId);

    /** What the customer has at the time, and has sent since another. */
    InvitationLimits.Counts countsOfCustomer(UUID customerId, Instant now, Instant since);

    /** How many it has accepted whose relationships have not ended. */
    long relationshipsOfPartner(UUID partnerId);

    /** Nobody else invites this partner for this customer until the transaction ends. */
    void lockPair(UUID customerId, UUID partnerId);

    /**
     * The one that keeps the customer from inviting the partner again, locked: pending, or accepted and the relationship
     * not yet terminated.
     */
    Optional<Invitation> lockHolderOf(UUID customerId, UUID partnerId);

    /** Pending ones whose time had passed by then, locked; without those that another transaction works on. */
    List<Invitation> lockOverdue(Instant now, int limit);

    void add(Invitation invitation);

    void update(Invitation invitation);

    /** The relationship has ended: the customer may invite the partner again. */
    void releasePairOf(UUID relationshipId);

    /** By when they were sent, the newest first. */
    List<Invitation> list(InvitationFilter filter, List<String> after, int limit);

    long count(InvitationFilter filter);

    /** The customers that have ever invited the partner. */
    Set<UUID> customersThatInvited(UUID partnerId);

    Stream<Invitation> all();
}
