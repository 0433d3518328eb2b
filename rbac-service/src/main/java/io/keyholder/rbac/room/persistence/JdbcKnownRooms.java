package io.keyholder.rbac.room.persistence;

import io.keyholder.access.AccessScope;
import io.keyholder.outbox.consumer.UnreadableEvents;
import io.keyholder.rbac.room.application.KnownRooms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A room is in a group only if the group is known and has not been deleted: both events say it, or it does not count. */
@ApplicationScoped
class JdbcKnownRooms implements KnownRooms {
    private static final String ROOMS = """
            select room.id, array(select g.id from known_room_group g
                                  where g.id = any (room.group_ids) and g.tenant_id = room.tenant_id and g.active)
            from known_room room where room.tenant_id = ? and room.id = any (?) and room.active
            """;

    private static final String GROUPS =
            "select id from known_room_group where tenant_id = ? and id = any (?) and active";

    private static final String GROUPS_WITH_A_ROOM = """
            select id from known_room_group g where g.tenant_id = ? and g.id = any (?) and g.active
            and exists (select from known_room room
                        where room.tenant_id = g.tenant_id and room.active and room.group_ids @> array[g.id]
            """;

    private static final String IN_SCOPE = " and (room.id = any (?) or room.group_ids && ?)";

    private static final String DELEGATION =
            "select all_rooms, room_ids, room_group_ids from known_delegation where relationship_id = ? and active";

    private static final String ROOMS_OF_TENANT = "from known_room room where room.tenant_id = ? and room.active";

    private record Counted(UUID id, long of) {}

    private record RoomInGroups(UUID id, Set<UUID> groupIds) {}

    private final Sql sql;
    private final UnreadableEvents unreadable;

    JdbcKnownRooms(Sql sql, UnreadableEvents unreadable) {
        this.sql = sql;
        this.unreadable = unreadable;
    }

    @Override
    public Map<UUID, Set<UUID>> groupsOf(UUID tenantId, Collection<UUID> roomIds) {
        return sql
                .query(
                        ROOMS,
                        row -> new RoomInGroups(row.getObject(1, UUID.class), Sql.idsIn(row.getArray(2))),
                        tenantId,
                        roomIds)
                .stream()
                .collect(Collectors.toMap(RoomInGroups::id, RoomInGroups::groupIds));
    }

    @Override
    public Set<UUID> groups(UUID tenantId, Collection<UUID> groupIds) {
        return sql.ids(GROUPS, tenantId, groupIds);
    }

    @Override
    public Set<UUID> groupsWithARoomIn(UUID tenantId, Collection<UUID> groupIds, List<AccessScope> scopes) {
        List<Object> parameters = new ArrayList<>(List.of(tenantId, groupIds));
        String query = GROUPS_WITH_A_ROOM + inEach(tenantId, scopes, parameters) + ")";
        return sql.ids(query, parameters.toArray());
    }

    @Override
    public long count(UUID tenantId, List<AccessScope> within) {
        List<Object> parameters = new ArrayList<>(List.of(tenantId));
        String query = "select count(*) " + ROOMS_OF_TENANT + inEach(tenantId, within, parameters);
        return sql.query(query, row -> row.getLong(1), parameters.toArray()).getFirst();
    }

    @Override
    public Found difference(UUID tenantId, List<AccessScope> within, List<AccessScope> but, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(tenantId));
        String query = "select room.id, count(*) over () " + ROOMS_OF_TENANT
                + inEach(tenantId, within, parameters)
                + " and not (true" + inEach(tenantId, but, parameters) + ") order by room.id limit ?";
        parameters.add(limit);
        List<Counted> found = sql.query(
                query, row -> new Counted(row.getObject(1, UUID.class), row.getLong(2)), parameters.toArray());
        return new Found(
                found.isEmpty() ? 0 : found.getFirst().of(),
                found.stream().map(Counted::id).toList());
    }

    private String inEach(UUID tenantId, List<AccessScope> scopes, List<Object> parameters) {
        StringBuilder condition = new StringBuilder();
        for (AccessScope scope : scopes) {
            if (!scope.all()) {
                condition.append(IN_SCOPE);
                parameters.add(scope.roomIds());
                parameters.add(groups(tenantId, scope.roomGroupIds()));
            }
        }
        return condition.toString();
    }

    @Override
    public Optional<AccessScope> delegation(UUID customerId, UUID relationshipId) {
        if (unreadable.deny(customerId, relationshipId)) {
            return Optional.empty();
        }
        return sql
                .query(
                        DELEGATION,
                        row -> new AccessScope(
                                row.getBoolean(1), Sql.idsIn(row.getArray(2)), Sql.idsIn(row.getArray(3))),
                        relationshipId)
                .stream()
                .findFirst();
    }
}
