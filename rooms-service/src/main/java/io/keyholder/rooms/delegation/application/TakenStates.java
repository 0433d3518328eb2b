package io.keyholder.rooms.delegation.application;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.UUID;

/** Up to which state other services' aggregates have been taken in. */
public interface TakenStates {

    /** Whether the sequence is newer than what was taken; it counts as taken from now on. */
    boolean take(Topic topic, UUID id, Sequence sequence);

    boolean has(Topic topic, UUID id, Sequence sequence);
}
