package io.keyholder.rooms.limit.persistence;

import io.keyholder.rooms.limit.application.KeptCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class NativeKeptCounts implements KeptCounts {
    private final EntityManager database;

    NativeKeptCounts(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean add(UUID tenantId, Kind kind, long more, long most) {
        about(tenantId, kind, database.createNativeQuery("""
                insert into kept_count (tenant_id, kind, count) values (:tenant, :kind, 0) on conflict do nothing
                """)).executeUpdate();
        return about(tenantId, kind, database.createNativeQuery("""
                                update kept_count set count = greatest(count + :more, 0)
                                where tenant_id = :tenant and kind = :kind and count + :more <= :most
                                """))
                        .setParameter("more", more)
                        .setParameter("most", most)
                        .executeUpdate()
                == 1;
    }

    @Override
    public long count(UUID tenantId, Kind kind) {
        List<?> counted = about(
                        tenantId,
                        kind,
                        database.createNativeQuery(
                                "select count from kept_count where tenant_id = :tenant and kind = :kind", Long.class))
                .getResultList();
        return counted.isEmpty() ? 0 : (Long) counted.getFirst();
    }

    private static Query about(UUID tenantId, Kind kind, Query query) {
        return query.setParameter("tenant", tenantId).setParameter("kind", kind.name());
    }
}
