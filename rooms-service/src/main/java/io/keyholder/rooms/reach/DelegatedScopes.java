package io.keyholder.rooms.reach;

import io.keyholder.contracts.Scope;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What delegations cover at this moment, as far as it decides who reaches what. */
@ApplicationScoped
public class DelegatedScopes {
    private final Database database;

    DelegatedScopes(Database database) {
        this.database = database;
    }

    /** What a delegation covers of whose rooms. */
    record Delegated(UUID relationshipId, UUID customerId, Scope scope) {}

    /** Of those of the relationships that have one which has not ended. */
    Map<UUID, Delegated> of(Collection<UUID> relationshipIds) {
        return relationshipIds.isEmpty()
                ? Map.of()
                : database
                        .list(Sql.of("""
                                        select relationship_id, customer_id, covers_all, room_ids, room_group_ids from delegation
                                        where status = 'ACTIVE' and relationship_id = any(:relationships)
                                        """).bind("relationships", Sql.ids(relationshipIds)), DelegatedScopes::delegated)
                        .stream()
                        .collect(Collectors.toMap(Delegated::relationshipId, Function.identity()));
    }

    /**
     * The relationships whose delegations come to cover a room by its joining a group. The group must be locked by the caller's
     * transaction: nobody delegates it meanwhile.
     *
     * @param roomIds which are not in the group yet
     */
    public List<UUID> gaining(UUID groupId, Collection<UUID> roomIds) {
        return roomIds.isEmpty()
                ? List.of()
                : database.list(
                        Sql.of("""
                                select relationship_id from delegation d
                                where status = 'ACTIVE' and not covers_all and room_group_ids @> :group
                                  and exists (
                                      select 1 from unnest(:rooms) r (id)
                                      where r.id <> all (d.room_ids) and not exists (
                                          select 1 from room_group_member m
                                          where m.room_id = r.id and m.group_id = any (d.room_group_ids)))
                                order by relationship_id
                                """).bind("group", Sql.ids(List.of(groupId))).bind("rooms", Sql.ids(roomIds)),
                        row -> row.id("relationship_id"));
    }

    private static Delegated delegated(Row row) {
        return new Delegated(
                row.id("relationship_id"),
                row.id("customer_id"),
                row.flag("covers_all") ? Scope.all() : Scope.selected(row.ids("room_ids"), row.ids("room_group_ids")));
    }
}
