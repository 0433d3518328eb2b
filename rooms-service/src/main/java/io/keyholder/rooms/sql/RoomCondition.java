package io.keyholder.rooms.sql;

import io.keyholder.access.AccessScope;
import java.util.function.Function;

/** Whether a room lies within a scope, in SQL. */
public final class RoomCondition {

    private RoomCondition() {}

    /**
     * @param room an expression for the room's id
     * @param parameter takes a value and gives the placeholder for it
     */
    public static String within(AccessScope scope, String room, Function<Object, String> parameter) {
        if (scope.all()) {
            return "true";
        }
        return "(" + room + " = any(cast(" + parameter.apply(SqlArray.of(scope.roomIds())) + " as uuid[])) or exists ("
                + "select 1 from room_group_member w where w.room_id = " + room + " and w.group_id = any(cast("
                + parameter.apply(SqlArray.of(scope.roomGroupIds())) + " as uuid[]))))";
    }
}
