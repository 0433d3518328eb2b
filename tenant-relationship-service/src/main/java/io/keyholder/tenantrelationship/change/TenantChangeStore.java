package io.keyholder.tenantrelationship.change;

import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.tenantrelationship.change.model.TenantChange.State;
import io.keyholder.tenantrelationship.change.model.TenantChange.Status;
import io.keyholder.tenantrelationship.change.model.TenantChange.Verdict;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of tenants in PostgreSQL, read as they are now: one whose time has passed while it was pending is expired. */
@ApplicationScoped
class TenantChangeStore {
    private static final String OF_TENANT = "select * from tenant_change where id = :id and tenant_id = :tenant";

    private final Database database;
    private final Clock clock;

    TenantChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The change, if it is the tenant's. */
    Optional<TenantChange> find(UUID tenantId, UUID id) {
        return first(tenantId, id, OF_TENANT);
    }

    Optional<Locked<TenantChange>> lock(UUID tenantId, UUID id) {
        return first(tenantId, id, OF_TENANT + " for update").map(Locked::new);
    }

    /** Those of the tenant that wait. */
    List<TenantChange> pending(UUID tenantId) {
        return database.list(
                Sql.of("""
                        select * from tenant_change
                        where tenant_id = :tenant and status = 'PENDING' and expires_at > :now order by id
                        """).bind("tenant", tenantId).bind("now", clock.instant()), TenantChangeStore::read);
    }

    Results<TenantChange> search(UUID tenantId, TenantChangeSearch search) {
        return new TenantChangeQuery(database, tenantId, search, clock.instant());
    }

    /** Adds it, or what was decided. What was asked for never changes. */
    void store(TenantChange change) {
        Verdict verdict = change.verdict();
        database.update(StoredRow.of("tenant_change", change.id())
                .once("tenant_id", change.tenantId())
                .once("additions", AdditionsText.of(change.additions()))
                .once("requested_by", change.requestedBy())
                .once("requested_at", change.requestedAt())
                .once("expires_at", change.expiresAt())
                .set("status", change.status())
                .set("decided_at", verdict.at())
                .set("decided_by", verdict.by())
                .set("reason", verdict.reason())
                .set("version", change.version())
                .upsert());
    }

    private Optional<TenantChange> first(UUID tenantId, UUID id, String sql) {
        return database.first(Sql.of(sql).bind("id", id).bind("tenant", tenantId), TenantChangeStore::read)
                .map(change -> change.at(clock.instant()));
    }

    static TenantChange read(Row row) {
        return new TenantChange(
                row.id("id"),
                row.id("tenant_id"),
                AdditionsText.read(row.text("additions")),
                row.text("requested_by"),
                row.time("requested_at"),
                row.time("expires_at"),
                state(row),
                row.number("version"));
    }

    private static State state(Row row) {
        return switch (row.constant("status", Status.class)) {
            case PENDING -> new State.Pending();
            case APPROVED -> new State.Approved(row.time("decided_at"), row.text("decided_by"));
            case REJECTED ->
                new State.Rejected(row.time("decided_at"), row.text("decided_by"), row.optionalText("reason"));
            case WITHDRAWN -> new State.Withdrawn(row.time("decided_at"), row.text("decided_by"));
            case OUTDATED -> new State.Outdated(row.time("decided_at"));
            case EXPIRED -> new State.Expired(row.time("expires_at"));
        };
    }
}
