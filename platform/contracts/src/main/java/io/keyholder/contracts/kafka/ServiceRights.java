package io.keyholder.contracts.kafka;

import io.keyholder.contracts.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each service does at Kafka, and so all that its user there needs: the one place from which users get their rights, in
 * every deployment. Services refuse to consume what is not said here.
 */
public enum ServiceRights {
    TENANT_RELATIONSHIP_SERVICE(deciding(), Topic.INVITATIONS),
    INVITATION_SERVICE(deciding(), Topic.ROOMS, Topic.ROOM_GROUPS),
    RBAC_SERVICE(deciding(), Topic.INVITATIONS, Topic.ROOMS, Topic.ROOM_GROUPS, Topic.DELEGATIONS),
    ROOMS_SERVICE(deciding(), Topic.INVITATIONS),
    AUDIT_SERVICE(deciding(), Topic.AUDIT),
    /** Reads who the issuers are, and writes nothing. */
    GATEWAY(List.of(Topic.TENANTS));

    private final String service;
    private final Set<Topic> reads;
    private final Set<Topic> writes;

    ServiceRights(Collection<Topic> followed, Topic... consumed) {
        this.service = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.writes = EnumSet.noneOf(Topic.class);
        if (!service.equals("gateway")) {
            Arrays.stream(Topic.values())
                    .filter(topic -> topic.isWrittenBy(service))
                    .forEach(writes::add);
        }
        this.reads = EnumSet.copyOf(followed);
        reads.addAll(List.of(consumed));
        // To publish anew, an owner compares with what is there.
        writes.stream().filter(Topic::carriesState).forEach(reads::add);
    }

    /** What every service with a database follows, to decide access. */
    private static List<Topic> deciding() {
        return List.of(Topic.TENANTS, Topic.RELATIONSHIPS, Topic.ROLES, Topic.ASSIGNMENTS);
    }

    public static Optional<ServiceRights> of(String service) {
        return Arrays.stream(values())
                .filter(rights -> rights.service.equals(service))
                .findFirst();
    }

    /** The service's name: also that of its consumer group, and of its user unless who runs it says otherwise. */
    public String service() {
        return service;
    }

    public boolean mayRead(Topic topic) {
        return reads.contains(topic);
    }

    /**
     * The services whose groups it asks how far they have come: who writes to the audit log keeps what audit-service has not
     * stored.
     */
    public List<ServiceRights> watched() {
        return writes.contains(Topic.AUDIT) ? List.of(AUDIT_SERVICE) : List.of();
    }

    public boolean hasGroup() {
        return this != GATEWAY;
    }

    /** Names of the topics it reads. */
    public List<String> read() {
        return reads.stream().map(Topic::topicName).toList();
    }

    /** Names of the topics it writes: its own, the audit log, and where it puts aside what it cannot read. */
    public List<String> written() {
        Stream<String> aside = reads.stream()
                .filter(topic -> hasGroup() && !topic.isDecisive())
                .map(Topic::deadLetters);
        return Stream.concat(writes.stream().map(Topic::topicName), aside).toList();
    }

    /** Names of the topics it makes where they are missing: its own with their dead letters; the log is audit-service's. */
    public List<String> made() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.carriesState() ? writes.contains(topic) : this == AUDIT_SERVICE)
                .flatMap(topic -> topic.isDecisive()
                        ? Stream.of(topic.topicName())
                        : Stream.of(topic.topicName(), topic.deadLetters()))
                .toList();
    }

    /** Names of all topics there are. */
    public static List<String> topics() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.isDecisive()
                        ? Stream.of(topic.topicName())
                        : Stream.of(topic.topicName(), topic.deadLetters()))
                .toList();
    }
}
