package io.keyholder.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The topics, their owners and how they are kept. State topics are compacted, so that a new consumer builds its view
 * from the topic alone; the audit topic is a log.
 */
public enum Topic {
    TENANTS("tenants.v1", TenantState.class, true),
    RELATIONSHIPS("relationships.v1", RelationshipState.class, true),
    INVITATIONS("invitations.v1", InvitationState.class, false),
    ROLES("roles.v1", RoleState.class, true),
    ASSIGNMENTS("assignments.v1", AssignmentState.class, true),
    DELEGATIONS("delegations.v1", DelegationState.class, true),
    ROOM_GROUPS("room-groups.v1", RoomGroupState.class, true),
    ROOMS("rooms.v1", RoomState.class, false),
    AUDIT("audit.v1", AuditEntry.class, false);

    /** How many partitions each topic is made with. Rising it later would break the order per key. */
    public static final int PARTITIONS = 6;

    private static final Duration AUDIT_RETENTION = Duration.ofDays(30);

    private final String topicName;
    private final Class<? extends Payload> payload;
    private final boolean decisive;

    Topic(String topicName, Class<? extends Payload> payload, boolean decisive) {
        this.topicName = topicName;
        this.payload = payload;
        this.decisive = decisive;
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(t -> t.topicName.equals(topicName))
                .findFirst();
    }

    public String topicName() {
        return topicName;
    }

    public Class<? extends Payload> payload() {
        return payload;
    }

    /** Whether access is decided by it: nothing on such a topic is ever skipped. */
    public boolean isDecisive() {
        return decisive;
    }

    public boolean carriesState() {
        return this != AUDIT;
    }

    /** Where messages of a topic that is not decisive go when they cannot be read. */
    public String deadLetters() {
        return topicName + ".dead-letters";
    }

    /** The topic's configuration at the broker. */
    public Map<String, String> configuration() {
        return carriesState()
                ? Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1")
                : Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(AUDIT_RETENTION.toMillis()));
    }
}
