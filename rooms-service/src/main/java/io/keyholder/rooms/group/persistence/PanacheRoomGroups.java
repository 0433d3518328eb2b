package io.keyholder.rooms.group.persistence;

import io.keyholder.rooms.group.application.RoomGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheRoomGroups implements RoomGroups, PanacheRepositoryBase<RoomGroupEntity, UUID> {

    @Override
    public Optional<RoomGroup> find(UUID id) {
        // Forgotten, so that who locks it next reads what it has become.
        Optional<RoomGroupEntity> found = findByIdOptional(id);
        found.ifPresent(getEntityManager()::detach);
        return found.map(RoomGroupEntity::asGroup);
    }

    @Override
    public Optional<RoomGroup> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(RoomGroupEntity::asGroup);
    }

    /** One lock a tenant; two tenants that share one by chance wait for each other, no more. */
    @Override
    public void lockNames(UUID tenantId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", tenantId.getMostSignificantBits() ^ tenantId.getLeastSignificantBits())
                .getSingleResult();
    }

    @Override
    public boolean isNameTaken(RoomGroup by) {
        return count("tenantId = ?1 and nameKey = ?2 and id <> ?3", by.tenantId(), Names.key(by.name()), by.id()) > 0;
    }

    @Override
    public void add(RoomGroup group) {
        persist(new RoomGroupEntity().take(group));
    }

    @Override
    public void update(RoomGroup group) {
        findById(group.id()).take(group);
    }

    @Override
    public void remove(RoomGroup group) {
        deleteById(group.id());
    }

    @Override
    public Stream<RoomGroup> all() {
        return streamAll().map(RoomGroupEntity::asGroup);
    }
}
