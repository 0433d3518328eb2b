package io.keyholder.rooms.room;

import io.keyholder.access.AccessScope;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds rooms in everything that a caller reaches. */
final class RoomQuery implements Results<Room> {
    private final Database database;
    private final RoomFilter filter;

    RoomQuery(Database database, RoomFilter filter) {
        this.database = database;
        this.filter = filter;
    }

    @Override
    public List<Room> page(List<String> after, int limit) {
        RoomStatement statement = statement();
        return statement.findsNothing() ? List.of() : database.list(statement.page(after, limit), RoomRows::read);
    }

    @Override
    public long count() {
        RoomStatement statement = statement();
        return statement.findsNothing() ? 0 : database.one(statement.count(), row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(Room room) {
        return filter.order().keysOf(room.name(), room.createdAt(), room.id());
    }

    private RoomStatement statement() {
        return new RoomStatement(filter, sizesWhereThereIsAChoice());
    }

    /** About how many rooms the groups hold of which one may be the shorter way. */
    private Map<UUID, Long> sizesWhereThereIsAChoice() {
        Set<UUID> groups = new HashSet<>();
        filter.reaches().stream()
                .filter(reach -> reach.limits().size() > 1)
                .flatMap(reach -> reach.limits().stream())
                .map(AccessScope::roomGroupIds)
                .forEach(groups::addAll);
        return groups.isEmpty()
                ? Map.of()
                : database
                        .list(
                                Sql.of("select id, room_count from room_group where id = any(:groups)")
                                        .bind("groups", Sql.ids(groups)),
                                row -> Map.entry(row.id("id"), row.number("room_count")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
