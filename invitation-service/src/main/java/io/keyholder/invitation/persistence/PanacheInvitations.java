package io.keyholder.invitation.persistence;

import io.keyholder.invitation.application.InvitationFilter;
import io.keyholder.invitation.application.InvitationLimits;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.InvitationStatus;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheInvitations implements Invitations, PanacheRepositoryBase<InvitationEntity, UUID> {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";

    /** What Hibernate takes for "skip locked". */
    private static final int SKIP_LOCKED = -2;

    @Override
    public Optional<Sides> sidesOf(UUID id) {
        return getEntityManager()
                .createQuery("""
                    select i.id, i.customerId, i.partnerId, i.offer.partnerDomain
                    from InvitationEntity i where i.id = :id
                    """, Sides.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Invitation> find(UUID id) {
        return findByIdOptional(id).map(InvitationEntity::asInvitation);
    }

    @Override
    public Optional<Invitation> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(InvitationEntity::asInvitation);
    }

    @Override
    public void lockPair(UUID customerId, UUID partnerId) {
        lockName("invitation " + customerId + " " + partnerId);
    }

    @Override
    public void lockSender(UUID customerId) {
        lockName("sender " + customerId);
    }

    @Override
    public void lockAccepter(UUID partnerId) {
        lockName("accepter " + partnerId);
    }

    private void lockName(String name) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    @Override
    public InvitationLimits.Counts countsOfCustomer(UUID customerId, Instant now, Instant since) {
        long pending =
                count("customerId = ?1 and status = PENDING and released = false and expiresAt > ?2", customerId, now);
        long sent = count("customerId = ?1 and createdAt > ?2", customerId, since);
        long accepted = count("customerId = ?1 and status = ACCEPTED and released = false", customerId);
        return new InvitationLimits.Counts(pending, sent, accepted);
    }

    @Override
    public long relationshipsOfPartner(UUID partnerId) {
        return count("partnerId = ?1 and status = ACCEPTED and released = false", partnerId);
    }

    @Override
    public Optional<Invitation> lockHolderOf(UUID customerId, UUID partnerId) {
        return find(
                        "customerId = ?1 and partnerId = ?2 and status in ?3 and released = false",
                        customerId,
                        partnerId,
                        List.of(InvitationStatus.PENDING, InvitationStatus.ACCEPTED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(InvitationEntity::asInvitation);
    }

    @Override
    public List<Invitation> lockOverdue(Instant now, int limit) {
        return invitations(find("status = ?1 and expiresAt <= ?2 order by expiresAt", InvitationStatus.PENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .range(0, limit - 1));
    }

    @Override
    public void add(Invitation invitation) {
        InvitationEntity entity = new InvitationEntity();
        entity.take(invitation);
        persist(entity);
    }

    /** Written at once: an invitation that gives its pair free must do so before the next takes it. */
    @Override
    public void update(Invitation invitation) {
        findById(invitation.id()).take(invitation);
        flush();
    }

    @Override
    public void releasePairOf(UUID relationshipId) {
        getEntityManager()
                .createNativeQuery("update invitation set released = true where relationship_id = :relationship")
                .setParameter("relationship", relationshipId)
                .executeUpdate();
    }

    @Override
    public List<Invitation> list(InvitationFilter filter, List<String> after, int limit) {
        InvitationQuery query = InvitationQuery.of(filter).after(after);
        return invitations(
                find(query.where() + query.keyset().order(), query.parameters()).range(0, limit - 1));
    }

    @Override
    public long count(InvitationFilter filter) {
        InvitationQuery query = InvitationQuery.of(filter);
        return count(query.where(), query.parameters());
    }

    @Override
    public Set<UUID> customersThatInvited(UUID partnerId) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select distinct i.customerId from InvitationEntity i where i.partnerId = :partner", UUID.class)
                .setParameter("partner", partnerId)
                .getResultList());
    }

    @Override
    public Stream<Invitation> all() {
        return streamAll().map(InvitationEntity::asInvitation);
    }

    private static List<Invitation> invitations(PanacheQuery<InvitationEntity> query) {
        return query.list().stream().map(InvitationEntity::asInvitation).toList();
    }
}
