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
        StringBuilder query = new StringBuilder(GROUPS_WITH_A_ROOM);
        List<Object> parameters = new ArrayList<>(List.of(tenantId, groupIds));
        for (AccessScope scope : scopes) {
            if (!scope.all()) {
                query.append(IN_SCOPE);
                parameters.add(scope.roomIds());
                parameters.add(groups(tenantId, scope.roomGroupIds()));
            }
        }
        return sql.ids(query.append(')').toString(), parameters.toArray());
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
