package io.keyholder.tenantrelationship.relationship;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.web.list.Results;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Relationships in PostgreSQL. */
@ApplicationScoped
class RelationshipStore implements PanacheRepositoryBase<RelationshipEntity, UUID> {
    private final Database database;

    RelationshipStore(Database database) {
        this.database = database;
    }

    Optional<Relationship> get(UUID id) {
        // Forgotten, so that whoever locks it next reads what it has become.
        Optional<RelationshipEntity> found = findByIdOptional(id);
        found.ifPresent(getEntityManager()::detach);
        return found.map(RelationshipEntity::asRelationship);
    }

    /**
     * The relationship, where the tenant is one of its sides, locked. For anybody else there is nothing to lock, and it costs what
     * asking for one that does not exist does.
     */
    Optional<Locked<Relationship>> lockOf(UUID tenantId, UUID id) {
        return find("id = ?1 and (customerId = ?2 or partnerId = ?2)", id, tenantId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(RelationshipEntity::asRelationship)
                .map(Locked::new);
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
        if (change.isCreation()) {
            persist(new RelationshipEntity().take(change.after()));
        } else {
            findById(change.after().id()).take(change.after());
        }
        flush();
    }

    Stream<Relationship> all() {
        return streamAll().map(RelationshipEntity::asRelationship);
    }
}
