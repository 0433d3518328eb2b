package io.keyholder.rooms.group.persistence;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.sql.RoomCondition;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a statement that is put together from parts. */
final class Parameters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The placeholder that stands for the value. */
    String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** {@code and …} that the room lies within each limit of the reach. */
    String within(Reach reach, String room) {
        StringBuilder conditions = new StringBuilder();
        for (AccessScope limit : reach.limits()) {
            conditions.append(" and ").append(RoomCondition.within(limit, room, this::add));
        }
        return conditions.toString();
    }

    Query bound(Query query) {
        values.forEach(query::setParameter);
        return query;
    }
}
