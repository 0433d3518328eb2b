package io.keyholder.tenantrelationship.change;

import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.web.list.Results;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds changes of one tenant, the newest first, as they are at one time. */
final class TenantChangeQuery implements Results<TenantChange> {
    private final Database database;
    private final UUID tenantId;
    private final TenantChangeSearch search;
    private final Instant now;
    private final Keyset order = Keyset.byTime("requested_at", true);

    TenantChangeQuery(Database database, UUID tenantId, TenantChangeSearch search, Instant now) {
        this.database = database;
        this.tenantId = tenantId;
        this.search = search;
        this.now = now;
    }

    @Override
    public List<TenantChange> page(List<String> after, int limit) {
        Sql sql = Sql.empty();
        sql.append("select *" + from(sql) + order.after("c", "id", after, sql) + order.order("c", "id") + " limit "
                + sql.value(limit));
        return database.list(sql, row -> TenantChangeStore.read(row).at(now));
    }

    @Override
    public long count() {
        Sql sql = Sql.empty();
        return database.one(sql.append("select count(*)" + from(sql)), row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(TenantChange change) {
        return List.of(change.requestedAt().toString(), change.id().toString());
    }

    private String from(Sql sql) {
        String from = " from tenant_change c where c.tenant_id = " + sql.value(tenantId);
        return search.status == null || search.status.isEmpty()
                ? from
                : from + " and case when c.status = 'PENDING' and c.expires_at <= " + sql.value(now)
                        + " then 'EXPIRED' else c.status end = any(" + sql.value(Sql.texts(search.status)) + ")";
    }
}
