package io.keyholder.rbac.assignment;

import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * When Global admins signed in. Who they are only their identity provider knows; that a tenant has one is known from the tokens that
 * come. The last sign-in is kept to the day: no more is asked, and a busy administrator writes once a day.
 */
@ApplicationScoped
class GlobalAdmins {
    /** How long one that was seen is taken to be there still. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Database database;
    private final Clock clock;

    GlobalAdmins(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void seen(UUID tenantId) {
        database.update(Sql.of("""
                insert into global_admin_sign_in as known (tenant_id, seen_at) values (:tenant, :now)
                on conflict (tenant_id) do update set seen_at = excluded.seen_at
                where known.seen_at < excluded.seen_at - interval '1 day'
                """).bind("tenant", tenantId).bind("now", clock.instant()));
    }

    boolean haveBeenSeen(UUID tenantId) {
        return database.first(
                        Sql.of("""
                                select tenant_id from global_admin_sign_in where tenant_id = :tenant and seen_at >= :since
                                """)
                                .bind("tenant", tenantId)
                                .bind("since", clock.instant().minus(REMEMBERED)),
                        row -> row.id("tenant_id"))
                .isPresent();
    }
}
