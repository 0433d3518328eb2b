package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.tenantrelationship.tenant.application.TenantChanges;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange.Status;
import io.keyholder.web.list.Keyset;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheTenantChanges implements TenantChanges, PanacheRepositoryBase<TenantChangeEntity, UUID> {
    private static final Keyset LATEST_FIRST = Keyset.byTime("requestedAt", true);

    @Override
    public Optional<TenantChange> find(UUID id) {
        return findByIdOptional(id).map(TenantChangeEntity::asChange);
    }

    @Override
    public Optional<TenantChange> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(TenantChangeEntity::asChange);
    }

    @Override
    public List<TenantChange> pending(UUID tenantId, Instant now) {
        return changes(
                find("tenantId = ?1 and status = ?2 and expiresAt > ?3 order by id", tenantId, Status.PENDING, now));
    }

    @Override
    public void add(TenantChange change) {
        TenantChangeEntity entity = new TenantChangeEntity();
        entity.take(change);
        persist(entity);
    }

    @Override
    public void update(TenantChange change) {
        findById(change.id()).take(change);
    }

    @Override
    public List<TenantChange> list(Filter filter, List<String> after, int limit) {
        Parameters parameters = parameters(filter);
        LATEST_FIRST.bind(after, parameters::and);
        return changes(find(condition(filter) + LATEST_FIRST.behind(after) + LATEST_FIRST.order(), parameters)
                .range(0, limit - 1));
    }

    @Override
    public long count(Filter filter) {
        return count(condition(filter), parameters(filter));
    }

    private static List<TenantChange> changes(PanacheQuery<TenantChangeEntity> query) {
        return query.list().stream().map(TenantChangeEntity::asChange).toList();
    }

    /** A stored PENDING counts as what it is by now. */
    private static String condition(Filter filter) {
        if (filter.statuses().isEmpty()) {
            return "tenantId = :tenant";
        }
        List<String> statuses = new ArrayList<>(List.of("(status in :statuses and status <> PENDING)"));
        if (filter.statuses().contains(Status.PENDING)) {
            statuses.add("(status = PENDING and expiresAt > :now)");
        }
        if (filter.statuses().contains(Status.EXPIRED)) {
            statuses.add("(status = PENDING and expiresAt <= :now)");
        }
        return "tenantId = :tenant and (" + String.join(" or ", statuses) + ")";
    }

    private static Parameters parameters(Filter filter) {
        Parameters parameters = Parameters.with("tenant", filter.tenantId());
        if (filter.statuses().isEmpty()) {
            return parameters;
        }
        parameters.and("statuses", filter.statuses());
        return filter.statuses().contains(Status.PENDING) || filter.statuses().contains(Status.EXPIRED)
                ? parameters.and("now", filter.now())
                : parameters;
    }
}
