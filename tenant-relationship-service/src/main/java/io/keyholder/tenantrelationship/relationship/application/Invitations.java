package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.contracts.Sequence;
import java.time.Instant;
import java.util.UUID;

/** What this service knows of invitations: who waits for whose answer. */
public interface Invitations {

    /** Whether the sequence is newer than what was known; it is known from now on. */
    boolean take(
            UUID invitationId, UUID customerId, UUID partnerId, boolean pending, Instant expiresAt, Sequence sequence);

    boolean has(UUID invitationId, Sequence sequence);
}
