package io.keyholder.directory;

import io.keyholder.access.AccessScope;
import io.keyholder.outbox.consumer.UnreadableEvents;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known here of the rooms, groups and delegations that rooms-service owns. What is not known covers nothing, and a room is in a
 * group only if the group is known and has not been deleted: both events say so, or it does not count.
 */
@ApplicationScoped
public class RoomDirectory {
    private static final String ROOMS_OF_TENANT =
            " from known_room room where room.tenant_id = :tenant and room.active";

    private final Database database;
    private final UnreadableEvents unreadable;

    RoomDirectory(Database database, UnreadableEvents unreadable) {
        this.database = database;
        this.unreadable = unreadable;
    }

    private record Grouped(UUID roomId, Set<UUID> groupIds) {}

    /** Those of the rooms that the tenant has, each with the groups it is in. */
    public Map<UUID, Set<UUID>> groupsOf(UUID tenantId, Collection<UUID> roomIds) {
        Sql sql = Sql.of("""
                select room.id, array(select g.id from known_room_group g
                                      where g.id = any(room.group_ids) and g.tenant_id = room.tenant_id and g.active) as groups
                from known_room room where room.tenant_id = :tenant and room.id = any(:rooms) and room.active
                """).bind("tenant", tenantId).bind("rooms", Sql.ids(roomIds));
        return database.list(sql, row -> new Grouped(row.id("id"), Set.copyOf(row.ids("groups")))).stream()
                .collect(Collectors.toMap(Grouped::roomId, Grouped::groupIds));
    }

    /** Those of the rooms that the tenant has. */
    public Set<UUID> rooms(UUID tenantId, Collection<UUID> roomIds) {
        return Set.copyOf(database.list(
                Sql.of("select id from known_room where tenant_id = :tenant and id = any(:rooms) and active")
                        .bind("tenant", tenantId)
                        .bind("rooms", Sql.ids(roomIds)),
                row -> row.id("id")));
    }

    /** Those of the groups that the tenant has. */
    public Set<UUID> groups(UUID tenantId, Collection<UUID> groupIds) {
        return Set.copyOf(database.list(
                Sql.of("select id from known_room_group where tenant_id = :tenant and id = any(:groups) and active")
                        .bind("tenant", tenantId)
                        .bind("groups", Sql.ids(groupIds)),
                row -> row.id("id")));
    }

    /** How many groups the tenant has. */
    public long countGroups(UUID tenantId) {
        return database.one(
                Sql.of("select count(*) from known_room_group where tenant_id = :tenant and active")
                        .bind("tenant", tenantId),
                row -> row.number("count"));
    }

    /** Those of the tenant's groups that hold a room which each of the scopes covers. */
    public Set<UUID> groupsWithARoomIn(UUID tenantId, Collection<UUID> groupIds, List<AccessScope> scopes) {
        Sql sql = Sql.of("""
                select g.id from known_room_group g where g.tenant_id = :tenant and g.id = any(:groups) and g.active
                and exists (select from known_room room
                            where room.tenant_id = g.tenant_id and room.active and room.group_ids @> array[g.id]
                """).bind("tenant", tenantId).bind("groups", Sql.ids(groupIds));
        sql.append(inEach(tenantId, scopes, sql) + ")");
        return Set.copyOf(database.list(sql, row -> row.id("id")));
    }

    /** How many of the tenant's rooms lie in each of the scopes. */
    public long count(UUID tenantId, List<AccessScope> within) {
        Sql sql = Sql.of("select count(*)" + ROOMS_OF_TENANT).bind("tenant", tenantId);
        sql.append(inEach(tenantId, within, sql));
        return database.one(sql, row -> row.number("count"));
    }

    /** The first of some rooms, by id, and how many there are. */
    public record Found(long count, List<UUID> first) {

        public Found {
            first = List.copyOf(first);
        }
    }

    private record Counted(UUID id, long of) {}

    /** Those of the tenant's rooms that lie in each scope of the first, but not in each of the second. */
    public Found difference(UUID tenantId, List<AccessScope> within, List<AccessScope> but, int limit) {
        Sql sql = Sql.of("select room.id, count(*) over () as total" + ROOMS_OF_TENANT)
                .bind("tenant", tenantId);
        sql.append(inEach(tenantId, within, sql) + " and not (true" + inEach(tenantId, but, sql) + ")")
                .append(" order by room.id limit " + sql.value(limit));
        List<Counted> found = database.list(sql, row -> new Counted(row.id("id"), row.number("total")));
        return new Found(
                found.isEmpty() ? 0 : found.getFirst().of(),
                found.stream().map(Counted::id).toList());
    }

    /** The rooms that a relationship covers; empty when it covers none, or when that cannot be known. */
    public Optional<AccessScope> delegation(UUID customerId, UUID relationshipId) {
        if (unreadable.deny(customerId, relationshipId)) {
            return Optional.empty();
        }
        return database.first(Sql.of("""
                        select all_rooms, room_ids, room_group_ids from known_delegation
                        where relationship_id = :relationship and active
                        """).bind("relationship", relationshipId), RoomDirectory::scope);
    }

    private String inEach(UUID tenantId, List<AccessScope> scopes, Sql sql) {
        return scopes.stream()
                .filter(scope -> !scope.all())
                .map(scope -> " and (room.id = any(" + sql.valueOf(scope.roomIds()) + ") or room.group_ids && "
                        + sql.valueOf(groups(tenantId, scope.roomGroupIds())) + ")")
                .collect(Collectors.joining());
    }

    private static AccessScope scope(Row row) {
        return new AccessScope(
                row.flag("all_rooms"), Set.copyOf(row.ids("room_ids")), Set.copyOf(row.ids("room_group_ids")));
    }
}
