package io.keyholder.tenantrelationship.tenant;

import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.web.list.Results;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds tenants among those that the caller may know of. */
final class TenantQuery implements Results<Tenant> {
    private final Database database;
    private final TenantSearch search;
    private final Optional<Sight> sight;
    private final Keyset order;
    private final boolean byName;

    /** Of which tenants somebody may know: of its own as a whole, of others' metadata. */
    record Sight(UUID own, Set<UUID> visible) {}

    /** @param sight empty: of all, as wholes */
    TenantQuery(Database database, TenantSearch search, Optional<Sight> sight) {
        this.database = database;
        this.search = search;
        this.sight = sight;
        Sort sort = search.order();
        this.byName = sort.field().equals("name");
        this.order =
                byName ? Keyset.byText("name_key", sort.descending()) : Keyset.byTime("created_at", sort.descending());
    }

    @Override
    public List<Tenant> page(List<String> after, int limit) {
        Sql sql = Sql.empty();
        sql.append("select " + TenantStore.COLUMNS + from(sql) + order.after("t", "id", after, sql)
                + order.order("t", "id") + " limit " + sql.value(limit));
        return database.list(sql, TenantStore::read);
    }

    @Override
    public long count() {
        Sql sql = Sql.empty();
        return database.one(sql.append("select count(*)" + from(sql)), row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(Tenant tenant) {
        return List.of(
                byName ? Names.key(tenant.name()) : tenant.createdAt().toString(),
                tenant.id().toString());
    }

    private String from(Sql sql) {
        StringBuilder from = new StringBuilder(" from tenant t where true");
        sight.ifPresent(seen -> from.append(" and t.id = any(" + sql.valueOf(seen.visible()) + ")"));
        if (search.q != null) {
            from.append(" and position(" + sql.value(Names.key(search.q)) + " in t.name_key) > 0");
        }
        if (search.status != null && !search.status.isEmpty()) {
            from.append(" and t.status = any(" + sql.value(Sql.texts(search.status)) + ")");
        }
        if (!search.among().isEmpty()) {
            from.append(" and t.id = any(" + sql.valueOf(search.among()) + ")");
        }
        if (search.since().isPresent()) {
            // Who sees metadata alone must not learn when the rest changed.
            String others = sight.map(seen -> "t.id <> " + sql.value(seen.own()) + " or ")
                    .orElse("");
            from.append(" and (" + others + "t.updated_at >= "
                    + sql.value(search.since().get()) + ")");
        }
        return from.toString();
    }
}
