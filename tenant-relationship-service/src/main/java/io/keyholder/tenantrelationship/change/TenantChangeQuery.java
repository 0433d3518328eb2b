package io.keyholder.tenantrelationship.change;

import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.web.list.Results;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds changes of one tenant, as they are at one time: a pending one whose time has passed is expired. */
final class TenantChangeQuery implements Results<TenantChange> {
    private final Database database;
    private final UUID tenantId;
    private final TenantChangeSearch search;
    private final Instant now;
    private final Keyset order;

    TenantChangeQuery(Database database, UUID tenantId, TenantChangeSearch search, Instant now) {
        this.database = database;
        this.tenantId = tenantId;
        this.search = search;
        this.now = now;
        this.order = Keyset.byTime("requested_at", search.order().descending());
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
        StringBuilder from = new StringBuilder("""
                 from (select c.*, case when e.expired then 'EXPIRED' else c.status end as status_now,
                    coalesce(c.decided_at, case when e.expired then c.expires_at else c.requested_at end) as updated_at
                    from tenant_change c
                    cross join lateral (select c.status = 'PENDING' and c.expires_at <= %s as expired) e
                    where c.tenant_id = %s) c where true
                """.formatted(sql.value(now), sql.value(tenantId)));
        if (search.status != null && !search.status.isEmpty()) {
            from.append(" and c.status_now = any(" + sql.value(Sql.texts(search.status)) + ")");
        }
        if (!search.among().isEmpty()) {
            from.append(" and c.id = any(" + sql.valueOf(search.among()) + ")");
        }
        search.since().ifPresent(time -> from.append(" and c.updated_at >= " + sql.value(time)));
        return from.toString();
    }
}
