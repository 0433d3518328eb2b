package io.keyholder.drills.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is drilled, by name. Each is made anew for a drill. */
public final class Faults {
    private static final List<String> OWNERS = List.of(
            "tenant-relationship-service", "invitation-service", "rbac-service", "rooms-service", "audit-service");

    private static final List<String> PROCESSES = List.of(
            "postgresql",
            "kafka",
            "tenant-relationship-service",
            "invitation-service",
            "rbac-service",
            "rooms-service",
            "audit-service",
            "gateway");

    /** Longer than a partner's access may go on by what was last known. */
    private static final Duration LONGER_THAN_THE_BOUND = Duration.ofSeconds(20);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private Faults() {}

    /** A few, of each kind one. */
    public static List<String> some() {
        return List.of("kill-rbac-service", "kafka-wiped", "restore-tenant-relationship-service");
    }

    public static List<Supplier<Fault>> all() {
        return Stream.of(kills(), freezes(), logs(), databases(), disks(), networks(), clocks(), keys())
                .flatMap(Function.identity())
                .toList();
    }

    /** In the order of {@link #all}. */
    public static Map<String, Supplier<Fault>> byName() {
        return all().stream()
                .collect(Collectors.toMap(
                        fault -> fault.get().name(), fault -> fault, (one, another) -> one, LinkedHashMap::new));
    }

    /**
     * Groups of processes killed at random.
     *
     * @param kills how many processes, of all groups together
     */
    public static List<Fault> kills(Random random, int kills) {
        List<Fault> groups = new ArrayList<>();
        for (int left = kills; left > 0; ) {
            Together group = Together.of(PROCESSES, random);
            groups.add(group);
            left -= group.components().size();
        }
        return groups;
    }

    private static Stream<Supplier<Fault>> kills() {
        return Stream.concat(
                Stream.concat(PROCESSES.stream(), Stream.of("keycloak"))
                        .map(component -> () -> new Kill(component, Duration.ZERO, false)),
                Stream.of("kafka", "tenant-relationship-service", "rbac-service")
                        .map(component -> () -> new Kill(component, LONGER_THAN_THE_BOUND, true)));
    }

    private static Stream<Supplier<Fault>> freezes() {
        return Stream.concat(
                Stream.of("postgresql", "invitation-service", "rooms-service", "audit-service", "gateway")
                        .map(component -> () -> new Freeze(component, A_MOMENT, false)),
                Stream.of("kafka", "tenant-relationship-service", "rbac-service")
                        .map(component -> () -> new Freeze(component, LONGER_THAN_THE_BOUND, true)));
    }

    private static Stream<Supplier<Fault>> logs() {
        return Stream.of(
                KafkaWiped::new,
                TopicMissing::new,
                () -> new TopicsDeleted(List.of("relationships.v1", "assignments.v1", "audit.v1", "rooms.v1")));
    }

    private static Stream<Supplier<Fault>> databases() {
        return Stream.of(
                        OWNERS.stream()
                                .filter(owner -> !owner.equals("audit-service"))
                                .<Supplier<Fault>>map(owner -> () -> new DatabaseRestored(owner)),
                        Stream.of("tenant-relationship-service", "rbac-service", "rooms-service")
                                .<Supplier<Fault>>map(owner -> () -> new DatabaseEmptied(owner)),
                        OWNERS.stream().<Supplier<Fault>>map(owner -> () -> new ConnectionsExhausted(owner)),
                        Stream.<Supplier<Fault>>of(
                                () -> new TableLocked("rooms-service", "room"),
                                () -> new TableLocked("tenant-relationship-service", "relationship"),
                                () -> new TableLocked("rbac-service", "outbox"),
                                () -> new DatabaseRestored("audit-service")))
                .flatMap(Function.identity());
    }

    private static Stream<Supplier<Fault>> disks() {
        return Stream.of("postgresql", "kafka").map(component -> () -> new DiskFull(component));
    }

    private static Stream<Supplier<Fault>> networks() {
        return Stream.of(
                () -> new Cut("tenant-relationship-service", "kafka", LONGER_THAN_THE_BOUND, true),
                () -> new Cut("rbac-service", "kafka", LONGER_THAN_THE_BOUND, true),
                () -> new Cut("rooms-service", "kafka", LONGER_THAN_THE_BOUND, true),
                () -> new Cut("audit-service", "kafka", LONGER_THAN_THE_BOUND, false),
                () -> new Cut("tenant-relationship-service", "postgresql", LONGER_THAN_THE_BOUND, false),
                () -> new Cut("rbac-service", "postgresql", LONGER_THAN_THE_BOUND, false),
                () -> new Cut("rooms-service", "postgresql", LONGER_THAN_THE_BOUND, false),
                () -> new Cut("gateway", "rooms-service", LONGER_THAN_THE_BOUND, false),
                () -> new Cut("gateway", "keycloak", LONGER_THAN_THE_BOUND, false));
    }

    private static Stream<Supplier<Fault>> clocks() {
        return Stream.of("tenant-relationship-service", "rooms-service")
                .flatMap(service -> Stream.of(-3600, -5, 5, 3600)
                        .map(seconds -> () -> new WrongClock(service, Duration.ofSeconds(seconds))));
    }

    private static Stream<Supplier<Fault>> keys() {
        return Stream.of(KeysRotated::new);
    }
}
