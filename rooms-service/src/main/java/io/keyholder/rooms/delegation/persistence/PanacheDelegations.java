package io.keyholder.rooms.delegation.persistence;

import io.keyholder.rooms.delegation.application.Delegations;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.rooms.sql.SqlArray;
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
        // Forgotten, so that who locks it next reads what it has become.
        Optional<DelegationEntity> found = findByIdOptional(relationshipId);
        found.ifPresent(getEntityManager()::detach);
        return found.map(DelegationEntity::asDelegation);
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
    @SuppressWarnings("unchecked") // The statement selects whole rows of that entity.
    public List<Delegation> gaining(UUID groupId, Collection<UUID> roomIds) {
        List<DelegationEntity> gaining = getEntityManager()
                .createNativeQuery("""
                        select * from delegation d
                        where status = 'ACTIVE' and not covers_all and room_group_ids @> array[cast(:group as uuid)]
                          and exists (
                              select 1 from unnest(cast(:rooms as uuid[])) r (id)
                              where r.id <> all (d.room_ids) and not exists (
                                  select 1 from room_group_member m
                                  where m.room_id = r.id and m.group_id = any (d.room_group_ids)))
                        order by relationship_id
                        """, DelegationEntity.class)
                .setParameter("group", groupId)
                .setParameter("rooms", SqlArray.of(roomIds))
                .getResultList();
        return gaining.stream().map(DelegationEntity::asDelegation).toList();
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
