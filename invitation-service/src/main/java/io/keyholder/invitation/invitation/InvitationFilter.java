package io.keyholder.invitation.invitation;

import io.keyholder.invitation.invitation.model.InvitationStatus;
import io.keyholder.web.list.Sort;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which invitations are listed: those that the tenant has sent or received, as far as they are asked for and may be seen.
 *
 * @param statuses any of these, as they are by now
 * @param customerId of this customer alone
 * @param ids these alone; empty: all
 * @param updatedSince changed then or later
 */
record InvitationFilter(
        UUID tenantId,
        boolean sent,
        boolean received,
        Set<InvitationStatus> statuses,
        Optional<UUID> customerId,
        Optional<Search> search,
        Set<UUID> ids,
        Optional<Instant> updatedSince,
        Sort sort) {

    /**
     * @param text part of the partner's domain, in lower case
     * @param customers those whose names have it; of received ones theirs are found as well
     */
    record Search(String text, Set<UUID> customers) {}
}
