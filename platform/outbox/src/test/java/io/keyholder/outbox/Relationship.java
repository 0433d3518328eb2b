package io.keyholder.outbox;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.time.Instant;
import java.util.UUID;

/** An aggregate for tests, in whichever version they need it. */
public record Relationship(UUID id, UUID customerId, UUID partnerId) {

    public static final String SERVICE = "tenant-relationship-service";

    public static Relationship some() {
        return new Relationship(Ids.next(), Ids.next(), Ids.next());
    }

    public RelationshipState active() {
        return state(RelationshipState.Status.ACTIVE);
    }

    public RelationshipState terminated() {
        return state(RelationshipState.Status.TERMINATED);
    }

    /** The event of its n-th version. */
    public EncodedEvent version(long version) {
        return event(active(), new Sequence(1, version));
    }

    public EncodedEvent event(RelationshipState state, Sequence sequence) {
        return EventCodec.encode(
                Topic.RELATIONSHIPS,
                new Event<>(
                        Ids.next(),
                        EventType.RELATIONSHIP_ESTABLISHED.ceType(),
                        SERVICE,
                        Instant.parse("2026-01-31T12:00:00Z"),
                        sequence,
                        EventContext.of(state),
                        null,
                        null,
                        state));
    }

    private RelationshipState state(RelationshipState.Status status) {
        return new RelationshipState(
                id, customerId, partnerId, status, id, Instant.parse("2026-01-31T12:00:00Z"), null, null);
    }
}
