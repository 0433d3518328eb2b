package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.tenantrelationship.tenant.application.TenantFilter;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import io.keyholder.web.list.Keyset;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheTenants implements Tenants, PanacheRepositoryBase<TenantEntity, UUID> {
    /** The key of the advisory lock that puts registrations in a row. They are rare. */
    private static final long REGISTRATIONS = 0x74656e616e7473L;

    @Override
    public void lockRegistrations() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", REGISTRATIONS)
                .getSingleResult();
    }

    @Override
    public Optional<Tenant> find(UUID id) {
        return findByIdOptional(id).map(TenantEntity::asTenant);
    }

    @Override
    public Optional<String> domainTakenFrom(UUID tenantId, Collection<String> domains) {
        return getEntityManager()
                .createQuery(
                        "select d from TenantEntity t join t.domains d where t.id <> :id and d in :domains order by d",
                        String.class)
                .setParameter("id", tenantId)
                .setParameter("domains", domains)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<String> issuerTakenFrom(UUID tenantId, Collection<TenantDetails.Issuer> issuers) {
        return issuers.stream()
                .filter(issuer -> isTaken(tenantId, issuer))
                .map(TenantDetails.Issuer::issuer)
                .findFirst();
    }

    /** Others may have it only if they and this tenant all share it, and tokens say of each something else. */
    private boolean isTaken(UUID tenantId, TenantDetails.Issuer issuer) {
        return getEntityManager()
                .createQuery("""
                    select t from TenantEntity t join t.issuers i
                    where t.id <> :id and i.issuer = :issuer
                    """, TenantEntity.class)
                .setParameter("id", tenantId)
                .setParameter("issuer", issuer.issuer())
                .getResultStream()
                .anyMatch(other -> other.issuers.stream()
                        .filter(theirs -> theirs.issuer().equals(issuer.issuer()))
                        .map(IssuerColumns::asIssuer)
                        .anyMatch(theirs -> !theirs.shared()
                                || !issuer.shared()
                                || theirs.nameOf(other.id).equals(issuer.nameOf(tenantId))));
    }

    @Override
    public void add(Tenant tenant) {
        TenantEntity entity = new TenantEntity();
        entity.take(tenant);
        persist(entity);
    }

    @Override
    public void update(Tenant tenant) {
        findById(tenant.id()).take(tenant);
    }

    @Override
    public List<Tenant> list(TenantFilter filter, List<String> after, int limit) {
        Parameters parameters = parameters(filter);
        Keyset keyset = keyset(filter.sort());
        keyset.bind(after, parameters::and);
        return find(condition(filter) + keyset.behind(after) + keyset.order(), parameters)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(TenantEntity::asTenant)
                .toList();
    }

    @Override
    public long count(TenantFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    @Override
    public Stream<Tenant> all() {
        return streamAll().map(TenantEntity::asTenant);
    }

    private static Keyset keyset(Sort sort) {
        return sort.field().equals("name")
                ? Keyset.byText("nameKey", sort.descending())
                : Keyset.byTime("createdAt", sort.descending());
    }

    private static String condition(TenantFilter filter) {
        StringBuilder where = new StringBuilder("true = true");
        filter.visible().ifPresent(ids -> where.append(" and id in :visible"));
        filter.nameContains().ifPresent(text -> where.append(" and locate(:text, nameKey) > 0"));
        if (!filter.statuses().isEmpty()) {
            where.append(" and status in :statuses");
        }
        if (!filter.ids().isEmpty()) {
            where.append(" and id in :ids");
        }
        filter.updatedSince().ifPresent(since -> where.append(" and coalesce(updatedAt, createdAt) >= :since"));
        return where.toString();
    }

    private static Parameters parameters(TenantFilter filter) {
        Parameters parameters = new Parameters();
        filter.visible().ifPresent(ids -> parameters.and("visible", ids));
        filter.nameContains().ifPresent(text -> parameters.and("text", Names.key(text)));
        if (!filter.statuses().isEmpty()) {
            parameters.and("statuses", filter.statuses());
        }
        if (!filter.ids().isEmpty()) {
            parameters.and("ids", filter.ids());
        }
        filter.updatedSince().ifPresent(since -> parameters.and("since", since));
        return parameters;
    }
}
