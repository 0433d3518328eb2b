package io.keyholder.tenantrelationship.change;

import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.web.list.TableQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds changes of one tenant, as they are at one time: a pending one whose time has passed is expired. */
final class TenantChangeQuery extends TableQuery<TenantChange> {
    private final UUID tenantId;
    private final TenantChangeSearch search;
    private final Instant now;

    TenantChangeQuery(Database database, UUID tenantId, TenantChangeSearch search, Instant now) {
        super(database, "c", Keyset.byTime("requested_at", search.order().descending()));
        this.tenantId = tenantId;
        this.search = search;
        this.now = now;
    }

    @Override
    public List<String> keysOf(TenantChange change) {
        return List.of(change.requestedAt().toString(), change.id().toString());
    }

    @Override
    protected String from(Sql sql) {
        return """
                 from (select c.*, case when e.expired then 'EXPIRED' else c.status end as status_now,
                    coalesce(c.decided_at, case when e.expired then c.expires_at else c.requested_at end) as updated_at
                    from tenant_change c
                    cross join lateral (select c.status = 'PENDING' and c.expires_at <= %s as expired) e
                    where c.tenant_id = %s) c where true
                """.formatted(sql.value(now), sql.value(tenantId))
                + Conditions.amongTexts("c.status_now", search.statuses(), sql)
                + Conditions.among("c.id", search.among(), sql)
                + Conditions.since("c.updated_at", search.since(), sql);
    }

    @Override
    protected TenantChange read(Row row) {
        return TenantChangeStore.read(row).at(now);
    }
}
