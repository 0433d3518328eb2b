package io.keyholder.rooms.delegation.persistence;

import io.keyholder.rooms.delegation.application.DelegableIds;
import io.keyholder.rooms.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class NativeDelegableIds implements DelegableIds {
    private final EntityManager database;

    NativeDelegableIds(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<UUID> rooms(UUID customerId, Collection<UUID> among) {
        return found("""
                select id from room
                where tenant_id = :customer and status = 'ACTIVE' and id = any(cast(:ids as uuid[]))
                """, customerId, among);
    }

    @Override
    public Set<UUID> groups(UUID customerId, Collection<UUID> among) {
        return found("""
                select id from room_group where tenant_id = :customer and id = any(cast(:ids as uuid[]))
                order by id for share
                """, customerId, among);
    }

    @SuppressWarnings("unchecked") // The one column is an id.
    private Set<UUID> found(String sql, UUID customerId, Collection<UUID> among) {
        return among.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createNativeQuery(sql, UUID.class)
                        .setParameter("customer", customerId)
                        .setParameter("ids", SqlArray.of(among))
                        .getResultList());
    }
}
