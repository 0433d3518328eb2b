package io.keyholder.rooms.group.persistence;

import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.group.application.GroupFilter.Sight;
import io.keyholder.rooms.group.application.VisibleGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.sql.SqlArray;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class NativeVisibleGroups implements VisibleGroups {
    private final EntityManager database;

    NativeVisibleGroups(EntityManager database) {
        this.database = database;
    }

    @Override
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    public List<RoomGroup> list(GroupFilter filter, List<String> after, int limit) {
        if (filter.sights().isEmpty()) {
            return List.of();
        }
        String direction = filter.descending() ? " desc" : "";
        Parameters parameters = new Parameters();
        String position = after.isEmpty()
                ? ""
                : " and (g.name_key, g.id) " + (filter.descending() ? "<" : ">") + " (cast("
                        + parameters.add(after.get(0)) + " as text) collate \"C\", "
                        + parameters.add(UUID.fromString(after.get(1))) + ")";
        String order = " order by name_key" + direction + ", id" + direction + " limit " + parameters.add(limit);
        String sql = "select * from (" + union("g.*", filter, position, order, parameters) + ") g" + order;
        List<RoomGroupEntity> found = parameters
                .bound(database.createNativeQuery(sql, RoomGroupEntity.class))
                .getResultList();
        return found.stream().map(RoomGroupEntity::asGroup).toList();
    }

    @Override
    public long count(GroupFilter filter) {
        if (filter.sights().isEmpty()) {
            return 0;
        }
        Parameters parameters = new Parameters();
        String sql = "select count(*) from (" + union("g.id", filter, "", "", parameters) + ") g";
        return (Long)
                parameters.bound(database.createNativeQuery(sql, Long.class)).getSingleResult();
    }

    /** A branch a customer, each along the index in the order of the list; no group is in two. */
    private static String union(
            String columns, GroupFilter filter, String position, String order, Parameters parameters) {
        List<String> branches = new ArrayList<>();
        for (Sight sight : filter.sights()) {
            StringBuilder branch = new StringBuilder("(select " + columns + " from room_group g where g.tenant_id = "
                    + parameters.add(sight.groups().customerId()) + visible(sight, parameters));
            filter.nameContains()
                    .ifPresent(text ->
                            branch.append(" and position(" + parameters.add(Names.key(text)) + " in g.name_key) > 0"));
            if (!filter.among().isEmpty()) {
                branch.append(" and g.id = any(cast(" + parameters.add(SqlArray.of(filter.among())) + " as uuid[]))");
            }
            branches.add(branch.append(position).append(order).append(")").toString());
        }
        return String.join(" union all ", branches);
    }

    private static String visible(Sight sight, Parameters parameters) {
        if (sight.groups().coversEverything()) {
            return "";
        }
        StringBuilder visible = new StringBuilder(
                " and (g.id = any(cast(" + parameters.add(SqlArray.of(named(sight.groups()))) + " as uuid[]))");
        sight.rooms()
                .ifPresent(rooms -> visible.append(" or exists (select 1 from room_group_member m"
                        + " where m.group_id = g.id and m.status = 'ACTIVE'" + parameters.within(rooms, "m.room_id")
                        + ")"));
        return visible.append(")").toString();
    }

    /** The groups that lie within the reach themselves. */
    private static Set<UUID> named(Reach reach) {
        Set<UUID> named = new HashSet<>(reach.limits().getFirst().roomGroupIds());
        named.removeIf(group -> !reach.names(group));
        return named;
    }
}
