package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which tenants are listed.
 *
 * @param visible the tenants the caller may know of; empty: all
 * @param statuses any of these; empty set: any
 * @param nameContains without regard to case
 */
public record TenantFilter(
        Optional<Set<UUID>> visible, Set<TenantDetails.Status> statuses, Optional<String> nameContains) {}
