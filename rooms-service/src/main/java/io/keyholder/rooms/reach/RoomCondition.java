package io.keyholder.rooms.reach;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.sql.Sql;

/** Whether a room lies within a scope or a reach, in SQL. */
public final class RoomCondition {

    private RoomCondition() {}

    /** @param room an expression for the room's id */
    public static String within(AccessScope scope, String room, Sql sql) {
        if (scope.all()) {
            return "true";
        }
        return "(" + room + " = any(" + sql.valueOf(scope.roomIds()) + ") or exists ("
                + "select 1 from room_group_member w where w.room_id = " + room + " and w.group_id = any("
                + sql.valueOf(scope.roomGroupIds()) + ")))";
    }

    /** {@code and …} that the room lies within each limit of the reach. */
    public static String andWithin(Reach reach, String room, Sql sql) {
        StringBuilder conditions = new StringBuilder();
        reach.limits().forEach(limit -> conditions.append(" and ").append(within(limit, room, sql)));
        return conditions.toString();
    }
}
