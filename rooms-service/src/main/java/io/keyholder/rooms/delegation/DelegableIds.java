package io.keyholder.rooms.delegation;

import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which ids a customer can delegate: those of its own managed rooms, and of its own groups. */
@ApplicationScoped
class DelegableIds {
    private final Database database;

    DelegableIds(Database database) {
        this.database = database;
    }

    Set<UUID> rooms(UUID customerId, Collection<UUID> among) {
        return found("""
                select id from room where tenant_id = :customer and status = 'ACTIVE' and id = any(:ids)
                """, customerId, among);
    }

    /** The groups stay as they are until the transaction ends: what joins them later, joins delegated ones. */
    Set<UUID> groups(UUID customerId, Collection<UUID> among) {
        return found("""
                select id from room_group where tenant_id = :customer and id = any(:ids) order by id for share
                """, customerId, among);
    }

    private Set<UUID> found(String sql, UUID customerId, Collection<UUID> among) {
        return among.isEmpty()
                ? Set.of()
                : Set.copyOf(database.list(
                        Sql.of(sql).bind("customer", customerId).bind("ids", Sql.ids(among)), row -> row.id("id")));
    }
}
