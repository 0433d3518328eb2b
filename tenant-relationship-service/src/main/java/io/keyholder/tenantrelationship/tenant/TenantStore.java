package io.keyholder.tenantrelationship.tenant;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails.Issuer;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Tenants in PostgreSQL. Domains and issuers are rows of their own: whether one tenant or a page of them, it is read by one statement. */
@ApplicationScoped
public class TenantStore {
    /** The key of the advisory lock that puts registrations in a row. They are rare. */
    private static final long REGISTRATIONS = 0x74656e616e7473L;

    private static final String ISSUER =
            "json_build_object('issuer', i.issuer, 'shared', i.shared, 'reading', i.reading::json)::text as issuer";

    /** Of {@code tenant t}. */
    static final String COLUMNS = """
            t.*, array(select d.domain from tenant_domain d where d.tenant_id = t.id) as domains,
            array(select %s from tenant_issuer i where i.tenant_id = t.id) as issuers
            """.formatted(ISSUER);

    private static final String SELECT = "select " + COLUMNS + " from tenant t ";

    private final Database database;

    TenantStore(Database database) {
        this.database = database;
    }

    /** Keeps every other registration waiting until the transaction ends: domains and issuers are unique among all. */
    void lockRegistrations() {
        database.lock(REGISTRATIONS);
    }

    Optional<Tenant> find(UUID id) {
        return database.first(Sql.of(SELECT + "where t.id = :id").bind("id", id), TenantStore::read);
    }

    /** Nobody else registers or changes any tenant until the transaction ends. */
    Optional<Locked<Tenant>> lock(UUID id) {
        lockRegistrations();
        return find(id).map(Locked::new);
    }

    /** One of the domains that belongs to another tenant than this. */
    Optional<String> domainTakenFrom(UUID tenantId, Collection<String> domains) {
        return database.first(
                Sql.of("""
                        select domain from tenant_domain
                        where tenant_id <> :tenant and domain = any(:domains) order by domain limit 1
                        """).bind("tenant", tenantId).bind("domains", Sql.texts(domains)), row -> row.text("domain"));
    }

    /** An issuer of a tenant. */
    record Registered(UUID tenantId, Issuer issuer) {}

    /** Whatever other tenants have registered of these. */
    List<Registered> registeredByOthers(UUID tenantId, Collection<Issuer> issuers) {
        return database.list(
                Sql.of("select i.tenant_id, " + ISSUER + """
                         from tenant_issuer i where i.tenant_id <> :tenant and i.issuer = any(:issuers)
                        """)
                        .bind("tenant", tenantId)
                        .bind("issuers", Sql.texts(issuers, Issuer::issuer)),
                row -> new Registered(row.id("tenant_id"), IssuerText.read(row.text("issuer"))));
    }

    /** @param sight what the caller may know of; empty: everything */
    Results<Tenant> search(TenantSearch search, Optional<TenantQuery.Sight> sight) {
        return new TenantQuery(database, search, sight);
    }

    Stream<Tenant> all() {
        return database.all(
                after -> Sql.of(SELECT + "where t.id > :after order by t.id limit 1000")
                        .bind("after", after),
                TenantStore::read,
                Tenant::id);
    }

    void store(Changed<Tenant> change) {
        Tenant tenant = change.after();
        TenantDetails details = tenant.details();
        database.update(StoredRow.of("tenant", tenant.id())
                .once("created_at", tenant.createdAt())
                .set("name", details.name())
                .set("name_key", Names.key(details.name()))
                .set("partner_eligible", details.partnerEligible())
                .set("status", details.status())
                .set("updated_at", tenant.updatedAt())
                .set("version", tenant.version())
                .upsert());
        storeDomains(tenant);
        storeIssuers(tenant);
    }

    private void storeDomains(Tenant tenant) {
        database.update(
                Sql.of("delete from tenant_domain where tenant_id = :tenant").bind("tenant", tenant.id()));
        database.update(
                Sql.of("insert into tenant_domain (domain, tenant_id) select d, :tenant from unnest(:domains) d")
                        .bind("tenant", tenant.id())
                        .bind("domains", Sql.texts(tenant.domains())));
    }

    private void storeIssuers(Tenant tenant) {
        List<Issuer> issuers = tenant.details().issuers();
        database.update(
                Sql.of("delete from tenant_issuer where tenant_id = :tenant").bind("tenant", tenant.id()));
        database.update(Sql.of("""
                        insert into tenant_issuer (tenant_id, issuer, shared, reading)
                        select :tenant, i.issuer, i.issuer = any(:shared), i.reading
                        from unnest(:issuers, :readings) i (issuer, reading)
                        """)
                .bind("tenant", tenant.id())
                .bind("issuers", Sql.texts(tenant.details().issuerNames()))
                .bind(
                        "shared",
                        Sql.texts(issuers.stream().filter(Issuer::shared).toList(), Issuer::issuer))
                .bind("readings", Sql.texts(issuers, issuer -> IssuerText.of(issuer.reading()))));
    }

    static Tenant read(Row row) {
        return new Tenant(
                row.id("id"),
                new TenantDetails(
                        row.text("name"),
                        row.texts("domains"),
                        row.texts("issuers").stream().map(IssuerText::read).toList(),
                        row.flag("partner_eligible"),
                        row.constant("status", TenantDetails.Status.class)),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }
}
