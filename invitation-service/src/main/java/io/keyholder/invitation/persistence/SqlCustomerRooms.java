package io.keyholder.invitation.persistence;

import io.keyholder.contracts.Sequence;
import io.keyholder.invitation.application.CustomerRooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One table for both kinds. It is filled row by row and asked for sets, so it has no entity. */
@ApplicationScoped
class SqlCustomerRooms implements CustomerRooms {
    private final EntityManager database;

    SqlCustomerRooms(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<UUID> among(Kind kind, UUID customerId, Collection<UUID> ids) {
        List<UUID> found = database.createNativeQuery("""
                        select id from known_object
                        where kind = :kind and tenant_id = :tenant and active and id = any(:ids)
                        """, UUID.class)
                .setParameter("kind", kind.name())
                .setParameter("tenant", customerId)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return new HashSet<>(found);
    }

    @Override
    public Map<UUID, Counts> countsOf(Set<UUID> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = database.createNativeQuery("""
                        select tenant_id, count(*) filter (where kind = 'ROOM'),
                            count(*) filter (where kind = 'ROOM_GROUP')
                        from known_object where active and tenant_id = any(:tenants)
                        group by tenant_id
                        """, Object[].class)
                .setParameter("tenants", customerIds.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Counts> counts = new HashMap<>();
        rows.forEach(row ->
                counts.put((UUID) row[0], new Counts(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return counts;
    }

    @Override
    public void take(Collection<Known> heard) {
        if (heard.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into known_object (kind, id, tenant_id, active, epoch, version)
                        select * from unnest(cast(:kinds as text[]), cast(:ids as uuid[]), cast(:tenants as uuid[]),
                            cast(:active as boolean[]), cast(:epochs as integer[]), cast(:versions as bigint[]))
                        on conflict (kind, id) do update
                        set tenant_id = excluded.tenant_id, active = excluded.active,
                            epoch = excluded.epoch, version = excluded.version
                        where (known_object.epoch, known_object.version) < (excluded.epoch, excluded.version)
                        """)
                .setParameter("kinds", column(heard, known -> known.kind().name(), String[]::new))
                .setParameter("ids", column(heard, Known::id, UUID[]::new))
                .setParameter("tenants", column(heard, Known::tenantId, UUID[]::new))
                .setParameter("active", column(heard, Known::active, Boolean[]::new))
                .setParameter("epochs", column(heard, known -> known.sequence().epoch(), Integer[]::new))
                .setParameter(
                        "versions", column(heard, known -> known.sequence().version(), Long[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(Collection<Known> heard, Function<Known, T> value, IntFunction<T[]> array) {
        return heard.stream().map(value).toArray(array);
    }

    @Override
    public void doubt(Kind kind, UUID id) {
        of(kind, id, "update known_object set active = false where kind = :kind and id = :id")
                .executeUpdate();
    }

    @Override
    public void forget(Kind kind, UUID id) {
        of(kind, id, "delete from known_object where kind = :kind and id = :id").executeUpdate();
    }

    @Override
    public boolean has(Kind kind, UUID id, Sequence sequence) {
        return !of(kind, id, """
                        select 1 from known_object
                        where kind = :kind and id = :id and (epoch, version) >= (:epoch, :version)
                        """)
                .setParameter("epoch", sequence.epoch())
                .setParameter("version", sequence.version())
                .getResultList()
                .isEmpty();
    }

    private Query of(Kind kind, UUID id, String sql) {
        return database.createNativeQuery(sql).setParameter("kind", kind.name()).setParameter("id", id);
    }
}
