package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where changes that wait, or waited, for consent are kept. */
public interface TenantChanges {

    /**
     * Which of a tenant's changes are listed.
     *
     * @param statuses any of these, as they are at the time; empty: all
     */
    record Filter(UUID tenantId, Set<TenantChange.Status> statuses, Instant now) {}

    Optional<TenantChange> find(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<TenantChange> lock(UUID id);

    /** Those of the tenant that wait at the time. */
    List<TenantChange> pending(UUID tenantId, Instant now);

    void add(TenantChange change);

    void update(TenantChange change);

    /** By when they were asked for, the newest first; up to one more than the limit. */
    List<TenantChange> list(Filter filter, List<String> after, int limit);

    long count(Filter filter);
}
