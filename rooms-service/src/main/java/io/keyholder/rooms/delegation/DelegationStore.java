package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Scope;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Delegations in PostgreSQL. */
@ApplicationScoped
class DelegationStore {
    private static final String ONE = "select * from delegation where relationship_id = :id";

    private final Database database;

    DelegationStore(Database database) {
        this.database = database;
    }

    Optional<Delegation> get(UUID relationshipId) {
        return database.first(Sql.of(ONE).bind("id", relationshipId), DelegationStore::read);
    }

    /** Those of the ids that exist, by their ids. */
    List<Delegation> getAll(List<UUID> relationshipIds) {
        return relationshipIds.isEmpty()
                ? List.of()
                : database.list(
                        Sql.of("select * from delegation where relationship_id = any(:ids) order by relationship_id")
                                .bind("ids", Sql.ids(relationshipIds)),
                        DelegationStore::read);
    }

    Optional<Locked<Delegation>> lock(UUID relationshipId) {
        return database.first(Sql.of(ONE + " for update").bind("id", relationshipId), DelegationStore::read)
                .map(Locked::new);
    }

    /** Those that name the group. */
    List<Locked<Delegation>> lockNaming(UUID groupId) {
        return database.list(Sql.of("""
                        select * from delegation where status = 'ACTIVE' and room_group_ids @> :groups
                        order by relationship_id for update
                        """).bind("groups", Sql.ids(List.of(groupId))), row -> new Locked<>(read(row)));
    }

    void store(Changed<Delegation> change) {
        Delegation delegation = change.after();
        Scope scope = delegation.roomScope();
        StoredRow row = StoredRow.of("delegation", "relationship_id", delegation.relationshipId())
                .once("customer_id", delegation.customerId())
                .once("partner_id", delegation.partnerId())
                .once("created_at", delegation.createdAt())
                .set("covers_all", scope.coversAll())
                .set("room_ids", Sql.ids(scope.roomIds()))
                .set("room_group_ids", Sql.ids(scope.roomGroupIds()))
                .set("status", delegation.status())
                .set("updated_at", delegation.updatedAt())
                .set("version", delegation.version());
        database.update(change.isCreation() ? row.insert() : row.update());
    }

    Stream<Delegation> all() {
        return database.all(
                after -> Sql.of("select * from delegation where relationship_id > :after order by relationship_id"
                                + " limit 1000")
                        .bind("after", after),
                DelegationStore::read,
                Delegation::relationshipId);
    }

    private static Delegation read(Row row) {
        return new Delegation(
                row.id("relationship_id"),
                row.id("customer_id"),
                row.id("partner_id"),
                row.flag("covers_all") ? Scope.all() : Scope.selected(row.ids("room_ids"), row.ids("room_group_ids")),
                row.constant("status", Delegation.Status.class),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }
}
