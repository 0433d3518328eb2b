package io.keyholder.tenantrelationship.change;

import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a Global admin of a tenant has ever signed in: one row a tenant, which is never forgotten. From then on the tenant has
 * somebody who can be asked, and something to lose.
 */
@ApplicationScoped
class SignIns {
    private final Database database;
    private final Clock clock;
    /** What this process has noted is not noted again: it is written once in a tenant's life. */
    private final Set<UUID> noted = ConcurrentHashMap.newKeySet();

    SignIns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes it, durably once this returns; not within a transaction. */
    void note(UUID tenantId) {
        if (!noted.contains(tenantId)) {
            database.update(Sql.of("""
                            insert into global_admin_sign_in (tenant_id, first_seen_at) values (:tenant, :at)
                            on conflict do nothing
                            """).bind("tenant", tenantId).bind("at", clock.instant()));
            noted.add(tenantId);
        }
    }

    boolean haveBeenSeen(UUID tenantId) {
        return database.one(
                Sql.of("select exists (select from global_admin_sign_in where tenant_id = :tenant) as seen")
                        .bind("tenant", tenantId),
                row -> row.flag("seen"));
    }
}
