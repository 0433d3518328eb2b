package io.keyholder.tenantrelationship.tenant;

import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.web.list.TableQuery;
import io.keyholder.web.text.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds tenants among those that the caller may know of. */
final class TenantQuery extends TableQuery<Tenant> {
    private final TenantSearch search;
    private final Optional<Sight> sight;

    /** Of which tenants somebody may know: of its own as a whole, of others' metadata. */
    record Sight(UUID own, Set<UUID> visible) {}

    /** @param sight empty: of all, as wholes */
    TenantQuery(Database database, TenantSearch search, Optional<Sight> sight) {
        super(database, "t", search.order().keyset());
        this.search = search;
        this.sight = sight;
    }

    @Override
    public List<String> keysOf(Tenant tenant) {
        return search.order().keysOf(tenant.name(), tenant.createdAt(), tenant.id());
    }

    @Override
    protected String columns() {
        return TenantStore.COLUMNS;
    }

    @Override
    protected String from(Sql sql) {
        return " from tenant t where "
                + sight.map(seen -> "t.id = any(" + sql.valueOf(seen.visible()) + ")")
                        .orElse("true")
                + Conditions.containing(
                        "t.name_key", Optional.ofNullable(search.q).map(Names::key), sql)
                + Conditions.amongTexts("t.status", search.statuses(), sql)
                + Conditions.among("t.id", search.among(), sql)
                + search.since().map(time -> changedSince(time, sql)).orElse("");
    }

    /** Who sees metadata alone must not learn when the rest changed. */
    private String changedSince(Instant time, Sql sql) {
        String others =
                sight.map(seen -> "t.id <> " + sql.value(seen.own()) + " or ").orElse("");
        return " and (" + others + "t.updated_at >= " + sql.value(time) + ")";
    }

    @Override
    protected Tenant read(Row row) {
        return TenantStore.read(row);
    }
}
