package io.keyholder.outbox;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.UUID;

/** A state that the present transaction publishes, or that others are bound to derive from what it publishes. */
public record Written(Topic topic, UUID id, Sequence sequence) {}
