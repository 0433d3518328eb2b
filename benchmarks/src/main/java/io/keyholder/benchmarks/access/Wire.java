package io.keyholder.benchmarks.access;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import java.nio.charset.StandardCharsets;

/** Events as they come from Kafka: nothing of one is shared with another in memory, as it would be if they were just made. */
final class Wire {

    private Wire() {}

    static void apply(Event<?> event, AccessProjection projection) {
        var topic = topicOf(event);
        var encoded = EventCodec.encode(topic, event);
        try {
            projection.apply(
                    topic,
                    EventCodec.decode(
                            topic,
                            encoded.key(),
                            encoded.headers(),
                            encoded.payload().getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
    }

    static Topic topicOf(Event<?> event) {
        return switch (event.data()) {
            case TenantState tenant -> Topic.TENANTS;
            case RelationshipState relationship -> Topic.RELATIONSHIPS;
            case RoleState role -> Topic.ROLES;
            case AssignmentState assignment -> Topic.ASSIGNMENTS;
            default -> throw new IllegalArgumentException("Not a topic that decides access: " + event);
        };
    }
}
