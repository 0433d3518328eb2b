package io.keyholder.rooms.group;

import io.keyholder.rooms.group.GroupFilter.Sight;
import io.keyholder.rooms.group.model.GroupDetails;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.RoomCondition;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds groups over all customers at once: a branch for each, along the index in the order of the list. No group is in two. */
final class GroupQuery implements Results<RoomGroup> {
    private final Database database;
    private final GroupFilter filter;
    private final Keyset order;

    GroupQuery(Database database, GroupFilter filter) {
        this.database = database;
        this.filter = filter;
        this.order = filter.order().keyset();
    }

    @Override
    public List<RoomGroup> page(List<String> after, int limit) {
        if (filter.sights().isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.empty();
        String end = order.order("g", "id") + " limit " + sql.value(limit);
        sql.append("select * from (" + union("g.*", branch -> order.after("g", "id", after, sql) + end, sql) + ") g"
                + end);
        return database.list(sql, GroupQuery::read);
    }

    @Override
    public long count() {
        if (filter.sights().isEmpty()) {
            return 0;
        }
        Sql sql = Sql.empty();
        sql.append("select count(*) from (" + union("g.id", branch -> "", sql) + ") g");
        return database.one(sql, row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(RoomGroup group) {
        return filter.order().keysOf(group.name(), group.createdAt(), group.id());
    }

    private String union(String columns, Function<Sight, String> end, Sql sql) {
        return filter.sights().stream()
                .map(sight -> "(select " + columns + " from room_group g where g.tenant_id = "
                        + sql.value(sight.groups().customerId()) + visible(sight, sql) + conditions(sight, sql)
                        + end.apply(sight) + ")")
                .collect(Collectors.joining(" union all "));
    }

    private String conditions(Sight sight, Sql sql) {
        return Conditions.containing("g.name_key", filter.nameContains().map(Names::key), sql)
                // Who sees a part of the rooms must not learn when others joined or left.
                + Conditions.since("g.updated_at", filter.updatedSince().filter(time -> sight.everyRoom()), sql)
                + Conditions.among("g.id", filter.among(), sql);
    }

    private static String visible(Sight sight, Sql sql) {
        if (sight.groups().coversEverything()) {
            return "";
        }
        String holdsOne = sight.rooms()
                .map(rooms -> " or exists (select 1 from room_group_member m"
                        + " where m.group_id = g.id and m.status = 'ACTIVE'"
                        + RoomCondition.andWithin(rooms, "m.room_id", sql) + ")")
                .orElse("");
        return " and (g.id = any(" + sql.valueOf(named(sight.groups())) + ")" + holdsOne + ")";
    }

    /** The groups that lie within the reach themselves. */
    private static Set<UUID> named(Reach reach) {
        Set<UUID> named = new HashSet<>(reach.limits().getFirst().roomGroupIds());
        named.removeIf(group -> !reach.names(group));
        return named;
    }

    private static RoomGroup read(Row row) {
        return new RoomGroup(
                row.id("id"),
                row.id("tenant_id"),
                new GroupDetails(row.text("name"), row.optionalText("description")),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }
}
