package io.keyholder.rooms.group;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.sql.Database;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Room groups in PostgreSQL. */
@ApplicationScoped
public class RoomGroupStore implements PanacheRepositoryBase<RoomGroupEntity, UUID> {
    private final Database database;

    RoomGroupStore(Database database) {
        this.database = database;
    }

    Optional<RoomGroup> get(UUID id) {
        // Forgotten, so that whoever locks it next reads what it has become.
        Optional<RoomGroupEntity> found = findByIdOptional(id);
        found.ifPresent(getEntityManager()::detach);
        return found.map(RoomGroupEntity::asGroup);
    }

    /** Those of them that are there. */
    List<RoomGroup> among(Set<UUID> ids) {
        return find("id in ?1", ids).list().stream()
                .map(RoomGroupEntity::asGroup)
                .toList();
    }

    /** Also its members stay the same until the transaction ends. */
    Optional<Locked<RoomGroup>> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(RoomGroupEntity::asGroup)
                .map(Locked::new);
    }

    /** Nobody else gives or changes a name in the tenant until the transaction ends. */
    void lockNames(UUID tenantId) {
        // The key that 0.1.0 locks: during a rollout both run.
        database.lock(tenantId.getMostSignificantBits() ^ tenantId.getLeastSignificantBits());
    }

    /** Whether another group of the tenant has the name, ignoring case. */
    boolean isNameTaken(UUID tenantId, UUID id, String name) {
        return count("tenantId = ?1 and nameKey = ?2 and id <> ?3", tenantId, Names.key(name), id) > 0;
    }

    /** What somebody looks for, over all customers at once. */
    public Results<RoomGroup> search(GroupFilter filter) {
        return new GroupQuery(database, filter);
    }

    void store(Changed<RoomGroup> change) {
        RoomGroup group = change.after();
        if (change.removed()) {
            deleteById(group.id());
        } else if (change.isCreation()) {
            persist(new RoomGroupEntity().take(group));
        } else {
            findById(group.id()).take(group);
        }
        flush();
    }

    Stream<RoomGroup> all() {
        return streamAll().map(RoomGroupEntity::asGroup);
    }
}
