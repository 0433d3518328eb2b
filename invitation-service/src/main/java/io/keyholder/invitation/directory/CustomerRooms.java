package io.keyholder.invitation.directory;

import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.invitation.directory.model.RoomCounts;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is known here of the customers' rooms and room groups. One table for both kinds. */
@ApplicationScoped
public class CustomerRooms {
    /** Of what was heard before the groups of rooms were kept, the state is taken once more. */
    private static final String TAKE = """
            insert into known_object as known (kind, id, tenant_id, active, group_ids, epoch, version, groups_epoch, groups_version)
            select heard.kind, heard.id, heard.tenant_id, heard.id = any(:active), coalesce(member.group_ids, '{}'),
                heard.epoch, heard.version, heard.epoch, heard.version
            from unnest(:kinds, :ids, :tenants, :epochs, :versions) as heard (kind, id, tenant_id, epoch, version)
            left join (
                select room_id, array_agg(group_id) as group_ids from unnest(:rooms, :groups) as pair (room_id, group_id)
                group by room_id
            ) member on member.room_id = heard.id
            on conflict (kind, id) do update
            set tenant_id = excluded.tenant_id, active = excluded.active, group_ids = excluded.group_ids,
                epoch = excluded.epoch, version = excluded.version,
                groups_epoch = excluded.epoch, groups_version = excluded.version
            where (known.epoch, known.version) < (excluded.epoch, excluded.version)
                or ((known.epoch, known.version) = (excluded.epoch, excluded.version)
                    and known.groups_version is distinct from known.version)
            """;

    private static final String COUNT = """
            select count(*) filter (where kind = 'ROOM' and (:all or id = any(:rooms) or group_ids && :groups)) as rooms,
                count(*) filter (where kind = 'ROOM_GROUP' and (:all or id = any(:groups))) as room_groups,
                count(*) filter (where kind = 'ROOM'
                    and (groups_epoch, groups_version) is distinct from (epoch, version)) as of_unknown_groups
            from known_object where active and tenant_id = :tenant
            """;

    private final Database database;

    CustomerRooms(Database database) {
        this.database = database;
    }

    /** What there is to know of. */
    public enum Kind {
        ROOM,
        ROOM_GROUP
    }

    /**
     * What was heard of one.
     *
     * @param active whether it is there; one that is gone is remembered, so that a late event does not revive it
     * @param groupIds the groups a room is in
     */
    record Known(Kind kind, UUID id, UUID tenantId, boolean active, List<UUID> groupIds, Sequence sequence) {}

    /** Those of the ids that are the customer's. */
    public Set<UUID> among(Kind kind, UUID customerId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.list(
                        Sql.of("""
                                select id from known_object
                                where kind = :kind and tenant_id = :tenant and active and id = any(:ids)
                                """)
                                .bind("kind", kind)
                                .bind("tenant", customerId)
                                .bind("ids", Sql.ids(ids)),
                        row -> row.id("id")));
    }

    /**
     * How much the customer offers: of all, what it has; of a selection, the named rooms together with the rooms of the named
     * groups, each counted once. Empty while it is not known in which groups some of its rooms are.
     */
    public Optional<RoomCounts> count(UUID customerId, Scope offered) {
        Sql sql = Sql.of(COUNT)
                .bind("all", offered.coversAll())
                .bind("rooms", Sql.ids(offered.roomIds()))
                .bind("groups", Sql.ids(offered.roomGroupIds()))
                .bind("tenant", customerId);
        return database.one(
                sql,
                row -> !offered.roomGroupIds().isEmpty() && row.number("of_unknown_groups") > 0
                        ? Optional.empty()
                        : Optional.of(new RoomCounts(row.number("rooms"), row.number("room_groups"))));
    }

    /**
     * Takes what was heard of each, unless something newer was heard of it before.
     *
     * @param heard each at most once
     */
    void take(Collection<Known> heard) {
        if (heard.isEmpty()) {
            return;
        }
        database.update(Sql.of(TAKE)
                .bind("kinds", Sql.texts(heard.stream().map(Known::kind).toList()))
                .bind("ids", ids(heard, known -> Stream.of(known.id())))
                .bind("tenants", ids(heard, known -> Stream.of(known.tenantId())))
                .bind("active", ids(heard, known -> Stream.of(known.id()).filter(id -> known.active())))
                .bind("rooms", ids(heard, known -> known.groupIds().stream().map(group -> known.id())))
                .bind("groups", ids(heard, known -> known.groupIds().stream()))
                .bind(
                        "epochs",
                        heard.stream().map(known -> known.sequence().epoch()).toArray(Integer[]::new))
                .bind(
                        "versions",
                        heard.stream().map(known -> known.sequence().version()).toArray(Long[]::new)));
    }

    /** Nothing can be said of it until the next state is heard: it counts as nobody's. */
    void doubt(Kind kind, UUID id) {
        database.update(about(kind, id, "update known_object set active = false where kind = :kind and id = :id"));
    }

    void forget(Kind kind, UUID id) {
        database.update(about(kind, id, "delete from known_object where kind = :kind and id = :id"));
    }

    /** Forgets what was last heard of in an older epoch. */
    void forgetBefore(Kind kind, int epoch) {
        database.update(Sql.of("delete from known_object where kind = :kind and epoch < :epoch")
                .bind("kind", kind)
                .bind("epoch", epoch));
    }

    boolean has(Kind kind, UUID id, Sequence sequence) {
        return database.one(
                about(kind, id, """
                        select exists (select from known_object where kind = :kind and id = :id
                                       and (epoch, version) >= (:epoch, :version)) as known
                        """).bind("epoch", sequence.epoch()).bind("version", sequence.version()),
                row -> row.flag("known"));
    }

    private static UUID[] ids(Collection<Known> heard, Function<Known, Stream<UUID>> ids) {
        return heard.stream().flatMap(ids).toArray(UUID[]::new);
    }

    private static Sql about(Kind kind, UUID id, String sql) {
        return Sql.of(sql).bind("kind", kind).bind("id", id);
    }
}
