package io.keyholder.rooms.delegation;

import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.rooms.delegation.model.Delegation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Delegations in PostgreSQL. */
@ApplicationScoped
class DelegationStore implements PanacheRepositoryBase<DelegationEntity, UUID> {

    Optional<Delegation> get(UUID relationshipId) {
        // Forgotten, so that whoever locks it next reads what it has become.
        Optional<DelegationEntity> found = findByIdOptional(relationshipId);
        found.ifPresent(getEntityManager()::detach);
        return found.map(DelegationEntity::asDelegation);
    }

    /** Those of the ids that exist, by their ids. */
    List<Delegation> getAll(List<UUID> relationshipIds) {
        List<DelegationEntity> found = relationshipIds.isEmpty()
                ? List.of()
                : list("relationshipId in ?1 order by relationshipId", relationshipIds);
        found.forEach(getEntityManager()::detach);
        return found.stream().map(DelegationEntity::asDelegation).toList();
    }

    Optional<Locked<Delegation>> lock(UUID relationshipId) {
        return findByIdOptional(relationshipId, LockModeType.PESSIMISTIC_WRITE)
                .map(DelegationEntity::asDelegation)
                .map(Locked::new);
    }

    /** Those that name the group. */
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    List<Locked<Delegation>> lockNaming(UUID groupId) {
        List<DelegationEntity> naming = getEntityManager()
                .createNativeQuery("""
                        select * from delegation
                        where status = 'ACTIVE' and room_group_ids @> :groups
                        order by relationship_id for update
                        """, DelegationEntity.class)
                .setParameter("groups", new UUID[] {groupId})
                .getResultList();
        return naming.stream()
                .map(DelegationEntity::asDelegation)
                .map(Locked::new)
                .toList();
    }

    void store(Changed<Delegation> change) {
        if (change.isCreation()) {
            persist(new DelegationEntity().take(change.after()));
        } else {
            findById(change.after().relationshipId()).take(change.after());
        }
        flush();
    }

    Stream<Delegation> all() {
        return streamAll().map(DelegationEntity::asDelegation);
    }
}
