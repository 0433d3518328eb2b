package io.keyholder.drills.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is drilled, by name. Each is made anew for a drill. */
public final class Faults {
    private static final List<String> OWNERS = List.of(
            "tenant-relationship-service", "invitation-service", "rbac-service", "rooms-service", "audit-service");

    /** Longer than a partner's access may go on by what was last known. */
    private static final Duration LONGER_THAN_THE_BOUND = Duration.ofSeconds(20);

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private Faults() {}

    /** A few, of each kind one. */
    public static List<String> some() {
        return List.of("kill-rbac-service", "kafka-wiped", "restore-tenant-relationship-service");
    }

    public static List<Supplier<Fault>> all() {
        return Stream.of(kills(), freezes(), logs(), databases())
                .flatMap(Function.identity())
                .toList();
    }

    /** In the order of {@link #all}. */
    public static Map<String, Supplier<Fault>> byName() {
        return all().stream()
                .collect(Collectors.toMap(
                        fault -> fault.get().name(),
                        fault -> fault,
                        (one, another) -> one,
                        java.util.LinkedHashMap::new));
    }

    /** At once after one another, at any time. */
    public static List<String> killed() {
        return Stream.concat(Stream.of("postgresql", "kafka"), Stream.concat(OWNERS.stream(), Stream.of("gateway")))
                .toList();
    }

    public static Fault kill(String component) {
        return new Kill(component, Duration.ZERO, false);
    }

    private static Stream<Supplier<Fault>> kills() {
        return Stream.concat(
                Stream.concat(killed().stream(), Stream.of("keycloak")).map(component -> () -> kill(component)),
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
}
