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
    /** Registered organisations, their domains and issuers. */
    TENANTS(0, "tenants.v1", "tenant-relationship-service", TenantState.class, true),
    /** Links between customers and partners. */
    RELATIONSHIPS(1, "relationships.v1", "tenant-relationship-service", RelationshipState.class, true),
    /** Customers' offers, and what acceptance establishes. */
    INVITATIONS(2, "invitations.v1", "invitation-service", InvitationState.class, false),
    /** Named sets of permissions. */
    ROLES(3, "roles.v1", "rbac-service", RoleState.class, true),
    /** Who holds which role over which rooms. */
    ASSIGNMENTS(4, "assignments.v1", "rbac-service", AssignmentState.class, true),
    /** Which rooms a relationship covers. */
    DELEGATIONS(5, "delegations.v1", "rooms-service", DelegationState.class, true),
    /** Which room groups exist, and whose they are. */
    ROOM_GROUPS(6, "room-groups.v1", "rooms-service", RoomGroupState.class, true),
    /** Which rooms exist, whose they are and in which groups. */
    ROOMS(7, "rooms.v1", "rooms-service", RoomState.class, false),
    /** Changes and refused changes, for the audit log. */
    AUDIT(8, "audit.v1", "*", AuditEntry.class, false);

    private static final String EVERY_SERVICE = "*";

    /** How many partitions each topic is made with. Rising it later would break the order per key. */
    public static final int PARTITIONS = 6;

    /**
     * How many bytes a record may have. A request has 1 MiB at most; what it makes of a list of ids or members is a few
     * times that.
     */
    public static final int LARGEST_RECORD = 16 * 1024 * 1024;

    /**
     * Only closed segments are compacted. With Kafka's seven days, whoever starts would read a week's watermarks first:
     * half a million a partition.
     */
    private static final Duration SEGMENT = Duration.ofMinutes(10);

    /** Of the audit log and of dead letters. */
    private static final Duration RETENTION = Duration.ofDays(30);

    private final int code;
    private final String topicName;
    private final String owner;
    private final Class<? extends Payload> payload;
    private final boolean decisive;

    Topic(int code, String topicName, String owner, Class<? extends Payload> payload, boolean decisive) {
        this.code = code;
        this.topicName = topicName;
        this.owner = owner;
        this.payload = payload;
        this.decisive = decisive;
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(t -> t.topicName.equals(topicName))
                .findFirst();
    }

    /** The topic of what carries such a payload: there is one for each. */
    public static Topic of(Class<? extends Payload> payload) {
        return Arrays.stream(values())
                .filter(t -> t.payload == payload)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries " + payload));
    }

    /** The topic of the code. */
    public static Optional<Topic> coded(int code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }

    public String topicName() {
        return topicName;
    }

    /** Stands for it in consistency tokens, from 0 to 255. A code is never given twice, and never changes. */
    public int code() {
        return code;
    }

    /** Whether the service publishes on it: each state topic has one owner, the audit log is written by all. */
    public boolean isWrittenBy(String service) {
        return owner.equals(service) || owner.equals(EVERY_SERVICE);
    }

    /** The service that publishes on it; that of the audit log are all. */
    public String owner() {
        return owner;
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
                ? Map.of(
                        "cleanup.policy",
                        "compact",
                        "min.cleanable.dirty.ratio",
                        "0.1",
                        "segment.ms",
                        Long.toString(SEGMENT.toMillis()),
                        "max.message.bytes",
                        Integer.toString(LARGEST_RECORD))
                : deadLettersConfiguration();
    }

    /** The configuration of {@link #deadLetters()}: a log, as the audit log is, which takes every record that the topic does. */
    public static Map<String, String> deadLettersConfiguration() {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(RETENTION.toMillis()),
                "max.message.bytes",
                Integer.toString(LARGEST_RECORD));
    }
}
