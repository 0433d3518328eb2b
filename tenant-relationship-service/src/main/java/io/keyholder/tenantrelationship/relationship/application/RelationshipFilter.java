package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.web.list.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which relationships are listed: those of which the tenant is the customer or the partner, as far as it may see them.
 *
 * @param asCustomer whether those on the customer side are listed
 * @param asPartner which on the partner side are listed
 * @param statuses any of these
 * @param nameContains the other side's name, without regard to case
 * @param ids these alone; empty set: any
 * @param updatedSince changed then or later
 */
public record RelationshipFilter(
        UUID tenantId,
        boolean asCustomer,
        PartnerSide asPartner,
        Set<Status> statuses,
        Optional<String> nameContains,
        Set<UUID> ids,
        Optional<Instant> updatedSince,
        Sort sort) {

    /** {@code name} is the other side's; a relationship was created when it was established. */
    public static final List<String> SORTED_BY = List.of("establishedAt", "createdAt", "name");

    /** The states by their names, as filters name them. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        TERMINATED;

        /** All but those that are over, which stay readable. */
        public static final Set<Status> LIVING = Set.of(ACTIVE, SUSPENDED);
    }

    /** Which relationships on the partner side are seen. */
    public sealed interface PartnerSide {
        record All() implements PartnerSide {}

        record Some(Set<UUID> relationshipIds) implements PartnerSide {}
    }
}
