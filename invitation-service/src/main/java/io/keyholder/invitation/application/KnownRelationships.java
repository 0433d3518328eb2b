package io.keyholder.invitation.application;

import io.keyholder.contracts.Sequence;
import java.util.UUID;

/** Up to which state each relationship has been heard of here. */
public interface KnownRelationships {

    /** Whether the sequence is newer than what was known; it is known from now on. */
    boolean take(UUID id, Sequence sequence);

    void forget(UUID id);

    boolean has(UUID id, Sequence sequence);
}
