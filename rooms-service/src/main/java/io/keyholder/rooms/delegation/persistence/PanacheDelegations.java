package io.keyholder.rooms.delegation.persistence;

import io.keyholder.rooms.delegation.application.Delegations;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheDelegations implements Delegations, PanacheRepositoryBase<DelegationEntity, UUID> {

    @Override
    public Optional<Delegation> find(UUID relationshipId) {
        return findByIdOptional(relationshipId).map(DelegationEntity::asDelegation);
    }

    @Override
    public Optional<Delegation> lock(UUID relationshipId) {
        return findByIdOptional(relationshipId, LockModeType.PESSIMISTIC_WRITE).map(DelegationEntity::asDelegation);
    }

    @Override
    public List<Delegation> active(Collection<UUID> relationshipIds) {
        return relationshipIds.isEmpty()
                ? List.of()
                : list("status = ?1 and relationshipId in ?2", Delegation.Status.ACTIVE, relationshipIds).stream()
                        .map(DelegationEntity::asDelegation)
                        .toList();
    }

    @Override
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    public List<Delegation> lockNaming(UUID groupId) {
        List<DelegationEntity> naming = getEntityManager()
                .createNativeQuery("""
                        select * from delegation
                        where status = 'ACTIVE' and room_group_ids @> array[cast(:group as uuid)]
                        order by relationship_id for update
                        """, DelegationEntity.class)
                .setParameter("group", groupId)
                .getResultList();
        return naming.stream().map(DelegationEntity::asDelegation).toList();
    }

    @Override
    public void add(Delegation delegation) {
        DelegationEntity entity = new DelegationEntity();
        entity.take(delegation);
        persist(entity);
    }

    @Override
    public void update(Delegation delegation) {
        findById(delegation.relationshipId()).take(delegation);
    }

    @Override
    public Stream<Delegation> all() {
        return streamAll().map(DelegationEntity::asDelegation);
    }
}
