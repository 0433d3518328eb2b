package io.keyholder.rooms.room.persistence;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.room.application.RoomFilter;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.sql.RoomCondition;
import io.keyholder.rooms.sql.SqlArray;
import io.keyholder.web.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * The one statement that finds rooms in everything a caller reaches. Each reach is walked by the smallest set it is limited
 * to: the tenant's rooms, the members of groups, or rooms by their ids; and what else it is limited to is asked of each room
 * on the way. Each walk is along an index in the order of the list and ends after a page of rows, so that the cost of a page
 * does not grow with the rooms.
 */
final class RoomStatement {
    private final RoomFilter filter;
    private final ToLongFunction<UUID> groupSizes;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<Rest, Walks> walks = new LinkedHashMap<>();

    /** What rooms must be held against on the way; the reaches that agree in it are walked together. */
    private record Rest(List<AccessScope> limits, Set<Room.Status> statuses) {}

    /** Where to walk: pairs of tenant and group, and of tenant and room, lie at the same places of their lists. */
    private static final class Walks {
        final List<UUID> tenants = new ArrayList<>();
        final List<UUID> groupTenants = new ArrayList<>();
        final List<UUID> groups = new ArrayList<>();
        final List<UUID> roomTenants = new ArrayList<>();
        final List<UUID> rooms = new ArrayList<>();
    }

    /** @param groupSizes about how many rooms a group holds */
    RoomStatement(RoomFilter filter, ToLongFunction<UUID> groupSizes) {
        this.filter = filter;
        this.groupSizes = groupSizes;
        filter.reaches().forEach(this::plan);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether no room can be found at all. */
    boolean isEmpty() {
        return walks.isEmpty();
    }

    String page(List<String> after, int limit) {
        parameters.put("limit", limit);
        if (!after.isEmpty()) {
            parameters.put("afterKey", after.get(0));
            parameters.put("afterId", UUID.fromString(after.get(1)));
        }
        PageOrder order = new PageOrder(filter.order(), !after.isEmpty());
        return "select distinct on (" + order.columns("r", "id") + ") r.* from (" + union("r.*", order) + ") r"
                + order.by("r", "id") + " limit :limit";
    }

    String count() {
        return "select count(distinct r.id) from (" + union("r.id", PageOrder.NONE) + ") r";
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
        if (limits.size() == 1) {
            return limits.getFirst();
        }
        AccessScope smallest = limits.getFirst();
        for (AccessScope limit : limits) {
            smallest = size(limit) < size(smallest) ? limit : smallest;
        }
        return smallest;
    }

    private long size(AccessScope scope) {
        return scope.roomIds().size()
                + scope.roomGroupIds().stream().mapToLong(groupSizes).sum();
    }

    private String union(String columns, PageOrder order) {
        List<String> branches = new ArrayList<>();
        walks.forEach((rest, where) -> {
            String statuses = words(rest.statuses());
            if (!where.tenants.isEmpty()) {
                branches.add(alongTenants(columns, order, where, statuses, conditions(rest)));
            }
            if (!where.groups.isEmpty()) {
                branches.add(alongGroups(columns, order, where, statuses, conditions(rest)));
            }
            if (!where.rooms.isEmpty()) {
                branches.add(byIds(columns, order, where, statuses, conditions(rest)));
            }
        });
        return String.join(" union all ", branches);
    }

    private String alongTenants(String columns, PageOrder order, Walks where, String statuses, String conditions) {
        // Each country apart, for within one the index has the order of the list.
        boolean anyCountry = filter.countries().isEmpty();
        return "select " + columns + " from unnest(" + ids(where.tenants) + ") t (id) cross join unnest(" + statuses
                + ") s (status)" + (anyCountry ? "" : " cross join unnest(" + words(filter.countries()) + ") c (code)")
                + " cross join lateral (select r.* from room r where r.tenant_id = t.id and r.status = s.status"
                + (anyCountry ? "" : " and r.country = c.code") + conditions + order.after("r", "id")
                + order.by("r", "id") + order.limit() + ") r";
    }

    private String alongGroups(String columns, PageOrder order, Walks where, String statuses, String conditions) {
        return "select " + columns + " from unnest(" + ids(where.groupTenants) + ", " + ids(where.groups)
                + ") g (tenant_id, id) cross join unnest(" + statuses + ") s (status)"
                + " cross join lateral (select r.* from room_group_member m join room r on r.id = m.room_id"
                + " where m.group_id = g.id and m.status = s.status and r.tenant_id = g.tenant_id" + ofCountries()
                + conditions + order.after("m", "room_id") + order.by("m", "room_id") + order.limit() + ") r";
    }

    private String byIds(String columns, PageOrder order, Walks where, String statuses, String conditions) {
        return "select " + columns + " from unnest(" + ids(where.roomTenants) + ", " + ids(where.rooms)
                + ") i (tenant_id, id) join room r on r.id = i.id and r.tenant_id = i.tenant_id"
                + " where r.status = any(" + statuses + ")" + ofCountries() + conditions + order.after("r", "id");
    }

    private String ofCountries() {
        return filter.countries().isEmpty() ? "" : " and r.country = any(" + words(filter.countries()) + ")";
    }

    private String conditions(Rest rest) {
        StringBuilder conditions = new StringBuilder();
        filter.nameContains()
                .ifPresent(text -> conditions
                        .append(" and position(")
                        .append(parameter(Names.key(text)))
                        .append(" in r.name_key) > 0"));
        if (!filter.externalIds().isEmpty()) {
            conditions
                    .append(" and r.external_id = any(cast(")
                    .append(parameter(SqlArray.ofTexts(filter.externalIds())))
                    .append(" as text[]))");
        }
        for (AccessScope limit : rest.limits()) {
            conditions.append(" and ").append(RoomCondition.within(limit, "r.id", this::parameter));
        }
        return conditions.toString();
    }

    private String ids(List<UUID> ids) {
        return "cast(" + parameter(SqlArray.of(ids)) + " as uuid[])";
    }

    private String words(Set<?> words) {
        return "cast(" + parameter(SqlArray.ofWords(words)) + " as text[])";
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
