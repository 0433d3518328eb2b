package io.keyholder.benchmarks.scenario.removal;

import static io.keyholder.driver.Deployment.ROOMS;

import io.keyholder.benchmarks.scenario.Report;
import io.keyholder.benchmarks.scenario.Scenario;
import io.keyholder.client.Keyholder;
import io.keyholder.driver.Clients;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenant;
import io.keyholder.driver.Tenants;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** The time from a removal's answer to the first refusal in rooms-service, which is asked without pause. */
public final class RemovalToRefusal implements Scenario {

    private static final int REMOVALS = 200;
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "removal";
    }

    @Override
    public void run(Deployment deployment, Tenants tenants, Report report) {
        var partner = tenants.register("removed").awaitServed();
        var narrowing = customer(tenants, "narrowing");
        var deleting = customer(tenants, "deleting");
        var terminating = customer(tenants, "terminating");
        var relationship = deleting.entrust(partner, "paula");
        var role = relationship.viewingRole(relationship.admin());
        var removals = List.of(
                new NarrowedDelegation(narrowing.entrust(partner, "paula"), room(narrowing)),
                new DeletedAssignment(relationship, room(deleting), role),
                new TerminatedRelationship(terminating, partner, room(terminating)));

        report.table(
                "From a removal's answer to the first refusal in rooms-service, " + REMOVALS + " removals each",
                "removal",
                "meanwhile",
                "p50",
                "p99",
                "longest",
                "allowed although the consistency token was sent");
        for (var removal : removals) {
            measure(deployment, report, removal, "nothing else");
        }
        try (var load = new CommandLoad(deployment.gateway(), relationship, role)) {
            var meanwhile = "%.0f assignments a second, half of the most".formatted(load.perSecond());
            for (var removal : removals) {
                measure(deployment, report, removal, meanwhile);
            }
        }
    }

    private static void measure(Deployment deployment, Report report, Removal removal, String meanwhile) {
        report.progress("removal: " + removal.name() + ", meanwhile " + meanwhile);
        var rooms = deployment.service(ROOMS);
        var times = new Histogram(3);
        int allowed = 0;
        for (int i = -WARM_UP; i < REMOVALS; i++) {
            var one = once(rooms, removal);
            if (i >= 0) {
                times.recordValue(one.untilRefused().toNanos());
                allowed += one.allowedWithToken() ? 1 : 0;
            }
        }
        report.row(
                removal.name(),
                meanwhile,
                Duration.ofNanos(times.getValueAtPercentile(50)),
                Duration.ofNanos(times.getValueAtPercentile(99)),
                Duration.ofNanos(times.getMaxValue()),
                allowed);
    }

    private static One once(URI rooms, Removal removal) {
        var granted = removal.grant();
        var probe = Probe.start(impatient(rooms, granted), granted.room());
        try {
            probe.awaitAllowed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var consistency = granted.taking().get();
        long answered = System.nanoTime();
        boolean allowed = Clients.unless(
                        404,
                        () -> caller(rooms, granted).seeing(consistency).rooms().getRoom(granted.room()))
                .isPresent();
        return new One(Duration.ofNanos(Math.max(0, probe.refusedAt() - answered)), allowed);
    }

    /** What it is answered is measured: it asks again by itself. */
    private static Keyholder impatient(URI rooms, Removal.Granted granted) {
        return Keyholder.at(rooms)
                .token(granted.token())
                .retries(0, Duration.ZERO)
                .build();
    }

    private static Keyholder caller(URI rooms, Removal.Granted granted) {
        return Clients.patient(rooms).token(granted.token()).build();
    }

    private static Tenant customer(Tenants tenants, String name) {
        return tenants.register(name).awaitServed().importRooms(10);
    }

    private static UUID room(Tenant tenant) {
        return tenant.admin()
                .rooms()
                .listRooms(query -> query.limit(1))
                .items()
                .getFirst()
                .getId();
    }

    private record One(Duration untilRefused, boolean allowedWithToken) {}
}
