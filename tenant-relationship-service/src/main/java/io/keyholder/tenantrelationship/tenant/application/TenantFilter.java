package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import io.keyholder.web.list.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which tenants are listed.
 *
 * @param visible the tenants the caller may know of; empty: all
 * @param statuses any of these; empty set: any
 * @param nameContains without regard to case
 * @param ids these alone; empty set: any
 * @param updatedSince changed then or later
 */
public record TenantFilter(
        Optional<Set<UUID>> visible,
        Set<TenantDetails.Status> statuses,
        Optional<String> nameContains,
        Set<UUID> ids,
        Optional<Instant> updatedSince,
        Sort sort) {

    public static final List<String> SORTED_BY = List.of("name", "createdAt");
}
