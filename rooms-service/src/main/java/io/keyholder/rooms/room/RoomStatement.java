package io.keyholder.rooms.room;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.reach.RoomCondition;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.sql.Conditions;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.web.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The one statement that finds rooms in everything a caller reaches. Each reach is walked by the smallest set it is limited to: the
 * tenant's rooms, the members of groups, or rooms by their ids; what else it is limited to is checked for each room on the way. Each
 * walk is along an index in the order of the list and ends after a page of rows, so that the cost of a page does not grow with the
 * number of rooms.
 */
final class RoomStatement {
    private final RoomFilter filter;
    private final Map<UUID, Long> groupSizes;
    private final Keyset order;
    private final Map<Rest, Walks> walks = new LinkedHashMap<>();

    /** What rooms must be compared with on the way; the reaches that agree in it are walked together. */
    private record Rest(List<AccessScope> limits, Set<Room.Status> statuses) {}

    /** Where to walk: pairs of tenant and group, and of tenant and room, are at the same places of their lists. */
    private static final class Walks {
        final List<UUID> tenants = new ArrayList<>();
        final List<UUID> groupTenants = new ArrayList<>();
        final List<UUID> groups = new ArrayList<>();
        final List<UUID> roomTenants = new ArrayList<>();
        final List<UUID> rooms = new ArrayList<>();
    }

    /** @param groupSizes about how many rooms groups hold, where it matters */
    RoomStatement(RoomFilter filter, Map<UUID, Long> groupSizes) {
        this.filter = filter;
        this.groupSizes = groupSizes;
        this.order = filter.order().keyset();
        filter.reaches().forEach(this::plan);
    }

    /** Whether no room can be found at all. */
    boolean findsNothing() {
        return walks.isEmpty();
    }

    Sql page(List<String> after, int limit) {
        Sql sql = Sql.empty();
        String most = " limit " + sql.value(limit);
        String rows = union("r.*", new Slice(order, after, most), sql);
        return sql.append(
                "select r.*, array(select m.group_id from room_group_member m where m.room_id = r.id) as group_ids"
                        + " from (select distinct on (" + order.columns("r", "id") + ") r.* from (" + rows + ") r"
                        + order.order("r", "id") + most + ") r" + order.order("r", "id"));
    }

    Sql count() {
        Sql sql = Sql.empty();
        return sql.append("select count(distinct r.id) from (" + union("r.id", Slice.ALL, sql) + ") r");
    }

    /** Order, position and length of a walk. */
    private record Slice(Keyset order, List<String> last, String limit) {
        /** For counting. */
        static final Slice ALL = new Slice(Keyset.byText("", false), List.of(), "");

        String start(String table, String id, Sql sql) {
            return order.after(table, id, last, sql);
        }

        String end(String table, String id) {
            return limit.isEmpty() ? "" : order.order(table, id) + limit;
        }
    }

    private void plan(Reach reach) {
        Set<Room.Status> statuses = new LinkedHashSet<>(filter.statuses());
        if (!reach.own()) {
            statuses.remove(Room.Status.UNENROLLED);
        }
        if (statuses.isEmpty()) {
            return;
        }
        List<AccessScope> rest = new ArrayList<>(reach.limits());
        if (rest.isEmpty()) {
            walks(rest, statuses).tenants.add(reach.customerId());
            return;
        }
        AccessScope way = smallest(rest);
        rest.remove(way);
        if (!way.isEmpty()) {
            Walks here = walks(rest, statuses);
            way.roomGroupIds().forEach(group -> {
                here.groupTenants.add(reach.customerId());
                here.groups.add(group);
            });
            way.roomIds().forEach(room -> {
                here.roomTenants.add(reach.customerId());
                here.rooms.add(room);
            });
        }
    }

    private Walks walks(List<AccessScope> rest, Set<Room.Status> statuses) {
        return walks.computeIfAbsent(new Rest(List.copyOf(rest), statuses), unused -> new Walks());
    }

    private AccessScope smallest(List<AccessScope> limits) {
        AccessScope smallest = limits.getFirst();
        for (AccessScope limit : limits) {
            smallest = size(limit) < size(smallest) ? limit : smallest;
        }
        return smallest;
    }

    private long size(AccessScope scope) {
        return scope.roomIds().size()
                + scope.roomGroupIds().stream()
                        .mapToLong(group -> groupSizes.getOrDefault(group, 0L))
                        .sum();
    }

    private String union(String columns, Slice page, Sql sql) {
        List<String> branches = new ArrayList<>();
        walks.forEach((rest, where) -> {
            String statuses = sql.value(Sql.texts(rest.statuses()));
            if (!where.tenants.isEmpty()) {
                branches.add(alongTenants(columns, page, where, statuses, rest, sql));
            }
            if (!where.groups.isEmpty()) {
                branches.add(alongGroups(columns, page, where, statuses, rest, sql));
            }
            if (!where.rooms.isEmpty()) {
                branches.add(byIds(columns, page, where, statuses, rest, sql));
            }
        });
        return String.join(" union all ", branches);
    }

    private String alongTenants(String columns, Slice page, Walks where, String statuses, Rest rest, Sql sql) {
        // Each country apart, for within one the index has the order of the list.
        boolean anyCountry = filter.countries().isEmpty();
        return "select " + columns + " from unnest(" + sql.valueOf(where.tenants) + ") t (id) cross join unnest("
                + statuses + ") s (status)"
                + (anyCountry ? "" : " cross join unnest(" + sql.value(Sql.texts(filter.countries())) + ") c (code)")
                + " cross join lateral (select r.* from room r where r.tenant_id = t.id and r.status = s.status"
                + (anyCountry ? "" : " and r.country = c.code") + conditions(rest, sql) + page.start("r", "id", sql)
                + page.end("r", "id") + ") r";
    }

    private String alongGroups(String columns, Slice page, Walks where, String statuses, Rest rest, Sql sql) {
        return "select " + columns + " from unnest(" + sql.valueOf(where.groupTenants) + ", "
                + sql.valueOf(where.groups) + ") g (tenant_id, id) cross join unnest(" + statuses + ") s (status)"
                + " cross join lateral (select r.* from room_group_member m join room r on r.id = m.room_id"
                + " where m.group_id = g.id and m.status = s.status and r.tenant_id = g.tenant_id" + ofCountries(sql)
                + conditions(rest, sql) + page.start("m", "room_id", sql) + page.end("m", "room_id") + ") r";
    }

    private String byIds(String columns, Slice page, Walks where, String statuses, Rest rest, Sql sql) {
        return "select " + columns + " from unnest(" + sql.valueOf(where.roomTenants) + ", "
                + sql.valueOf(where.rooms)
                + ") i (tenant_id, id) join room r on r.id = i.id and r.tenant_id = i.tenant_id"
                + " where r.status = any(" + statuses + ")" + ofCountries(sql) + conditions(rest, sql)
                + page.start("r", "id", sql);
    }

    private String ofCountries(Sql sql) {
        return filter.countries().isEmpty()
                ? ""
                : " and r.country = any(" + sql.value(Sql.texts(filter.countries())) + ")";
    }

    private String conditions(Rest rest, Sql sql) {
        StringBuilder conditions = new StringBuilder(
                Conditions.containing("r.name_key", filter.nameContains().map(Names::key), sql)
                        + Conditions.since("r.updated_at", filter.updatedSince(), sql)
                        + Conditions.amongTexts("r.external_id", filter.externalIds(), sql));
        for (AccessScope limit : rest.limits()) {
            conditions.append(" and ").append(RoomCondition.within(limit, "r.id", sql));
        }
        return conditions.toString();
    }
}
