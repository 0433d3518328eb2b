package io.keyholder.invitation.persistence;

import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.invitation.application.CustomerRooms;
import io.keyholder.invitation.domain.RoomCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

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
    public Optional<RoomCounts> count(UUID customerId, Scope offered) {
        Object[] row = (Object[]) database.createNativeQuery("""
                        select count(*) filter (where kind = 'ROOM'
                                and (:all or id = any(:rooms) or group_ids && :groups)),
                            count(*) filter (where kind = 'ROOM_GROUP' and (:all or id = any(:groups))),
                            count(*) filter (where kind = 'ROOM'
                                and (groups_epoch, groups_version) is distinct from (epoch, version))
                        from known_object where active and tenant_id = :tenant
                        """, Object[].class)
                .setParameter("all", offered.coversAll())
                .setParameter("rooms", offered.roomIds().toArray(UUID[]::new))
                .setParameter("groups", offered.roomGroupIds().toArray(UUID[]::new))
                .setParameter("tenant", customerId)
                .getSingleResult();
        boolean unknown = !offered.roomGroupIds().isEmpty() && number(row[2]) > 0;
        return unknown ? Optional.empty() : Optional.of(new RoomCounts(number(row[0]), number(row[1])));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    @Override
    public void take(Collection<Known> heard) {
        if (heard.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into known_object as known (kind, id, tenant_id, active, group_ids, epoch, version,
                            groups_epoch, groups_version)
                        select kind, id, tenant_id, active, cast(group_ids as uuid[]), epoch, version, epoch, version
                        from unnest(cast(:kinds as text[]), cast(:ids as uuid[]), cast(:tenants as uuid[]),
                            cast(:active as boolean[]), cast(:groups as text[]), cast(:epochs as integer[]),
                            cast(:versions as bigint[]))
                            as heard (kind, id, tenant_id, active, group_ids, epoch, version)
                        on conflict (kind, id) do update
                        set tenant_id = excluded.tenant_id, active = excluded.active, group_ids = excluded.group_ids,
                            epoch = excluded.epoch, version = excluded.version,
                            groups_epoch = excluded.epoch, groups_version = excluded.version
                        where (known.epoch, known.version) < (excluded.epoch, excluded.version)
                            or ((known.epoch, known.version) = (excluded.epoch, excluded.version)
                                and known.groups_version is distinct from known.version)
                        """)
                .setParameter("kinds", column(heard, known -> known.kind().name(), String[]::new))
                .setParameter("ids", column(heard, Known::id, UUID[]::new))
                .setParameter("tenants", column(heard, Known::tenantId, UUID[]::new))
                .setParameter("active", column(heard, Known::active, Boolean[]::new))
                .setParameter("groups", column(heard, SqlCustomerRooms::groupsOf, String[]::new))
                .setParameter("epochs", column(heard, known -> known.sequence().epoch(), Integer[]::new))
                .setParameter(
                        "versions", column(heard, known -> known.sequence().version(), Long[]::new))
                .executeUpdate();
    }

    /** As PostgreSQL writes an array: lists of different lengths make no array of arrays. */
    private static String groupsOf(Known room) {
        return room.groupIds().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
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
    public void forgetBefore(Kind kind, int epoch) {
        database.createNativeQuery("delete from known_object where kind = :kind and epoch < :epoch")
                .setParameter("kind", kind.name())
                .setParameter("epoch", epoch)
                .executeUpdate();
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
