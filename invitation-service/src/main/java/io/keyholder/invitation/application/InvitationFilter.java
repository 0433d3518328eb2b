package io.keyholder.invitation.application;

import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.web.list.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which invitations are listed: those that the tenant has sent or received, as far as they are asked for and may be seen.
 *
 * @param statuses any of these, as they are at the time
 * @param customerId of this customer alone
 * @param ids these alone; empty set: any
 * @param updatedSince changed then or later
 */
public record InvitationFilter(
        UUID tenantId,
        boolean sent,
        boolean received,
        Set<InvitationStatus> statuses,
        Instant now,
        Optional<UUID> customerId,
        Optional<Search> search,
        Set<UUID> ids,
        Optional<Instant> updatedSince,
        Sort sort) {

    /** What an invitation has of a name is the domain it goes to. */
    public static final List<String> SORTED_BY = List.of("createdAt", "expiresAt", "partnerDomain", "name");

    /**
     * @param text part of the partner's domain, in lower case
     * @param customers those whose names have it; of received ones theirs are found as well
     */
    public record Search(String text, Set<UUID> customers) {}
}
