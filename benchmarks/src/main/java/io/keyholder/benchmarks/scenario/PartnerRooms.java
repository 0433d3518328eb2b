package io.keyholder.benchmarks.scenario;

import static io.keyholder.driver.Deployment.POSTGRESQL;
import static io.keyholder.driver.Deployment.ROOMS;

import io.keyholder.benchmarks.load.Load;
import io.keyholder.benchmarks.load.Outcome;
import io.keyholder.benchmarks.load.Request;
import io.keyholder.driver.AtOnce;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Partnership;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.Await;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** A page of the rooms that a partner's user sees: with more and more rooms, and more and more assignments of others. */
public final class PartnerRooms implements Scenario {

    private static final String PATH = "/v1/rooms?view=PARTNER";
    private static final int CONNECTIONS = 8;
    private static final int[] ROOM_COUNTS = {1_000, 10_000, 100_000};
    private static final int[] ASSIGNMENTS = {100, 1_000, 10_000, 100_000};
    private static final int ROOMS_BESIDE_ASSIGNMENTS = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public void run(Deployment deployment, Tenants tenants, Report report) {
        var relationships = new TreeMap<Integer, Partnership>();
        for (int rooms : ROOM_COUNTS) {
            report.progress("rooms: making %,d rooms".formatted(rooms));
            relationships.put(rooms, entrusted(tenants, rooms));
        }
        // What was made is written down and analysed, and the processes are warm, before the first is measured.
        relationships
                .values()
                .forEach(relationship -> load(deployment, relationship).asMuchAsPossible(WARM_UP));
        table(report, "rooms");
        relationships.forEach((rooms, relationship) -> measure(deployment, report, rooms, relationship));

        table(report, "assignments of others");
        var relationship = Objects.requireNonNull(relationships.get(ROOMS_BESIDE_ASSIGNMENTS));
        var admin = relationship.admin();
        var role = relationship.viewingRole(admin);
        int made = 0;
        for (int assignments : ASSIGNMENTS) {
            report.progress("rooms: making %,d assignments".formatted(assignments));
            assign(deployment, relationship, role, made, assignments);
            made = assignments;
            measure(deployment, report, assignments, relationship);
        }
    }

    private static Partnership entrusted(Tenants tenants, int rooms) {
        var customer = tenants.register("customer-of-" + System.nanoTime()).awaitServed();
        var partner = tenants.register("partner-of-" + System.nanoTime()).awaitServed();
        var relationship = customer.importRooms(rooms).entrust(partner, "paula");
        var admin = relationship.admin();
        Await.until(
                "all rooms are seen",
                PATIENCE,
                () -> admin.rooms()
                                .listRooms(
                                        query -> query.view("PARTNER").limit(1).includeTotal(true))
                                .total()
                                .orElse(0)
                        == rooms);
        return relationship;
    }

    private static void assign(Deployment deployment, Partnership relationship, UUID role, int from, int to) {
        var admin = relationship.partner().token(relationship.primaryAdmin());
        AtOnce.make(
                to - from,
                index -> relationship
                        .partner()
                        .at(deployment.gateway(), admin)
                        .assignments()
                        .assignRole(role, Partnership.assignmentOf("other-" + (from + index))));
        // The last one has arrived where it counts.
        var last = relationship
                .partner()
                .at(deployment.gateway(), relationship.partner().token("other-" + (to - 1)));
        Await.until(
                "the last assignment counts",
                PATIENCE,
                () -> !last.rooms()
                        .listRooms(query -> query.view("PARTNER").limit(1))
                        .items()
                        .isEmpty());
    }

    private static void table(Report report, String what) {
        report.table(
                "GET " + PATH + " through the gateway, a page of 50, by " + what,
                what,
                "requests/s at most",
                "p50",
                "p99",
                "p99 at half of it",
                "rooms-service's processor time a request",
                "PostgreSQL's",
                "problems");
    }

    private static void measure(Deployment deployment, Report report, int count, Partnership relationship) {
        var peak = Measured.of(
                () -> load(deployment, relationship).asMuchAsPossible(ROUND), deployment, ROOMS, POSTGRESQL);
        Outcome half = load(deployment, relationship).atRate(peak.perSecond() / 2, ROUND);
        report.row(
                count,
                peak.perSecond(),
                peak.outcome().percentile(50),
                peak.outcome().percentile(99),
                half.percentile(99),
                peak.costOf(ROOMS),
                peak.costOf(POSTGRESQL),
                peak.outcome().problems() + half.problems());
    }

    private static Load load(Deployment deployment, Partnership relationship) {
        var token = relationship.partner().token(relationship.primaryAdmin());
        return Load.gets(deployment.gateway(), CONNECTIONS, () -> Request.of(PATH, token));
    }
}
