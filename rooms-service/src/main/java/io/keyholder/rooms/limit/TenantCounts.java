package io.keyholder.rooms.limit;

import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many of each kind tenants keep. */
@ApplicationScoped
class TenantCounts {

    /** What is counted. */
    enum Kind {
        ROOMS,
        ROOMS_EVER,
        ROOM_GROUPS
    }

    private final Database database;

    TenantCounts(Database database) {
        this.database = database;
    }

    /**
     * Counts some more, or some fewer. Nobody else counts that kind for the tenant until the transaction ends.
     *
     * @return whether they are within the limit; if not, nothing is counted
     */
    boolean add(UUID tenantId, Kind kind, long more, long most) {
        return database.update(about(tenantId, kind, """
                        insert into kept_count as kept (tenant_id, kind, count) select :tenant, :kind, greatest(:more, 0)
                        where :more <= :most
                        on conflict (tenant_id, kind) do update set count = greatest(kept.count + :more, 0)
                        where kept.count + :more <= :most
                        """).bind("more", more).bind("most", most)) == 1;
    }

    long count(UUID tenantId, Kind kind) {
        return database.first(
                        about(
                                tenantId,
                                kind,
                                "select count from kept_count where tenant_id = :tenant and kind = :kind"),
                        row -> row.number("count"))
                .orElse(0L);
    }

    private static Sql about(UUID tenantId, Kind kind, String sql) {
        return Sql.of(sql).bind("tenant", tenantId).bind("kind", kind);
    }
}
