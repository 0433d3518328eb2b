package io.keyholder.tenantrelationship.relationship;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.tenantrelationship.relationship.model.Relationship.State;
import io.keyholder.tenantrelationship.relationship.model.Relationship.Status;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Relationships in PostgreSQL. */
@ApplicationScoped
class RelationshipStore {
    private final Database database;

    RelationshipStore(Database database) {
        this.database = database;
    }

    Optional<Relationship> get(UUID id) {
        return database.first(
                Sql.of("select * from relationship where id = :id").bind("id", id), RelationshipStore::read);
    }

    /**
     * The relationship, where the tenant is one of its sides, locked. For anybody else there is nothing to lock, and it costs what
     * asking for one that does not exist does.
     */
    Optional<Locked<Relationship>> lockOf(UUID tenantId, UUID id) {
        return database.first(Sql.of("""
                        select * from relationship where id = :id and (customer_id = :tenant or partner_id = :tenant)
                        for update
                        """).bind("id", id).bind("tenant", tenantId), row -> new Locked<>(read(row)));
    }

    Results<NamedRelationship> search(RelationshipSearch search, RelationshipQuery.Sight sight) {
        return new RelationshipQuery(database, search, sight);
    }

    NamedRelationship named(Relationship relationship) {
        return database.one(
                Sql.of("""
                        select coalesce((select name from tenant where id = :customer), '') as customer_name,
                               coalesce((select name from tenant where id = :partner), '') as partner_name
                        """).bind("customer", relationship.customerId()).bind("partner", relationship.partnerId()),
                row -> new NamedRelationship(relationship, row.text("customer_name"), row.text("partner_name")));
    }

    void store(Changed<Relationship> change) {
        Relationship relationship = change.after();
        State state = relationship.state();
        StoredRow row = StoredRow.of("relationship", relationship.id())
                .once("customer_id", relationship.customerId())
                .once("partner_id", relationship.partnerId())
                .once("invitation_id", relationship.invitationId())
                .once("permission_ceiling", relationship.permissionCeiling().map(Sql::texts))
                .once("established_at", relationship.establishedAt())
                .set("status", relationship.status())
                .set("suspended_at", state instanceof State.Suspended suspended ? suspended.since() : null)
                .set("terminated_at", state instanceof State.Terminated terminated ? terminated.at() : null)
                .set("updated_at", relationship.updatedAt())
                .set("version", relationship.version());
        database.update(change.isCreation() ? row.insert() : row.update());
    }

    Stream<Relationship> all() {
        return database.all(
                after -> Sql.of("select * from relationship where id > :after order by id limit 1000")
                        .bind("after", after),
                RelationshipStore::read,
                Relationship::id);
    }

    static Relationship read(Row row) {
        return new Relationship(
                row.id("id"),
                row.id("customer_id"),
                row.id("partner_id"),
                row.id("invitation_id"),
                row.optionalTexts("permission_ceiling"),
                row.time("established_at"),
                state(row),
                row.time("updated_at"),
                row.number("version"));
    }

    private static State state(Row row) {
        return switch (row.constant("status", Status.class)) {
            case ACTIVE -> new State.Active();
            case SUSPENDED -> new State.Suspended(row.time("suspended_at"));
            case TERMINATED -> new State.Terminated(row.time("terminated_at"));
        };
    }
}
