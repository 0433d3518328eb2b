package io.keyholder.benchmarks.access;

import io.keyholder.access.Caller;
import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.Permission;
import io.keyholder.access.projection.AccessProjection;
import io.keyholder.contracts.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision for a partner user whose token names five groups, of which one is assigned as often as the user: what it
 * costs must depend on the caller's own assignments, not on the platform's.
 */
@NullUnmarked // JMH sets the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC"})
public class DecisionBenchmark {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    /** Assignments on the platform, beside the caller's own. */
    @Param({"100", "10000", "1000000"})
    int platform;

    /** Assignments of the caller. */
    @Param({"1", "10", "100"})
    int own;

    private final AccessProjection projection = new AccessProjection();
    private Decisions decisions;
    private Caller caller;
    private UUID customer;

    @Setup
    public void fill() {
        var events = new AccessEvents(platform);
        events.tenantsRelationshipsAndRoles().forEach(event -> Wire.apply(event, projection));
        events.assignments().forEach(event -> Wire.apply(event, projection));
        var partner = events.firstRelationship().partnerId();
        var user = new Principal(partner, Principal.Type.USER, "ada");
        var group = new Principal(partner, Principal.Type.GROUP, "group-1");
        for (int i = 0; i < own; i++) {
            Wire.apply(events.assignmentOf(i % 2 == 0 ? user : group), projection);
        }
        customer = events.firstRelationship().customerId();
        caller = new Caller(
                partner,
                "ada",
                Set.of("group-1", "group-2", "group-3", "group-4", "group-5"),
                true,
                false,
                false,
                null);
        decisions = new Decisions(projection, HeardOfAll.at(CLOCK), CLOCK);
        if (decide().scope().roomGroupIds().size() != own) {
            throw new IllegalStateException("Not what is to be measured: " + decide());
        }
    }

    /** Allowed, with all reasons and the scope of all own assignments. */
    @Benchmark
    public Decision decide() {
        return decisions.decide(caller, Permission.ROOMS_VIEW, customer);
    }

    /** Denied: each own assignment is looked at, and none gives the permission. */
    @Benchmark
    public Decision deny() {
        return decisions.decide(caller, Permission.ROLES_MODIFY, customer);
    }

    /** What a list over all customers asks. */
    @Benchmark
    public List<Decision.Allowed> everywhere() {
        return decisions.everywhere(caller, Permission.ROOMS_VIEW);
    }
}
