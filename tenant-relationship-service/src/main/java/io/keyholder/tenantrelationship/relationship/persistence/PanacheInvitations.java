package io.keyholder.tenantrelationship.relationship.persistence;

import io.keyholder.contracts.Sequence;
import io.keyholder.tenantrelationship.relationship.application.Invitations;
import io.keyholder.tenantrelationship.tenant.application.Inviters;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PanacheInvitations implements Invitations, Inviters, PanacheRepositoryBase<InviterEntity, UUID> {
    private final Clock clock;

    PanacheInvitations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean take(
            UUID invitationId, UUID customerId, UUID partnerId, boolean pending, Instant expiresAt, Sequence sequence) {
        Optional<InviterEntity> known = findByIdOptional(invitationId);
        if (known.isPresent() && !sequence.isNewerThan(sequenceOf(known.get()))) {
            return false;
        }
        InviterEntity entity = known.orElseGet(InviterEntity::new);
        entity.invitationId = invitationId;
        entity.customerId = customerId;
        entity.partnerId = partnerId;
        entity.pending = pending;
        entity.expiresAt = expiresAt;
        entity.epoch = sequence.epoch();
        entity.version = sequence.version();
        persist(entity);
        return true;
    }

    @Override
    public boolean has(UUID invitationId, Sequence sequence) {
        return findByIdOptional(invitationId)
                .map(known -> !sequence.isNewerThan(sequenceOf(known)))
                .orElse(false);
    }

    @Override
    public Set<UUID> waitingFor(UUID partnerId) {
        return find("partnerId = ?1 and pending = true and expiresAt > ?2", partnerId, clock.instant()).stream()
                .map(invitation -> invitation.customerId)
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    private static Sequence sequenceOf(InviterEntity known) {
        return new Sequence(known.epoch, known.version);
    }
}
