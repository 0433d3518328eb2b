package io.keyholder.drills;

import io.keyholder.drills.fault.Fault;
import io.keyholder.drills.history.Finding;
import io.keyholder.drills.history.History;
import io.keyholder.drills.history.Lost;
import io.keyholder.drills.history.Outcome;
import io.keyholder.drills.history.Revocations;
import io.keyholder.drills.history.Staleness;
import io.keyholder.drills.workload.Workload;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.Await;
import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A workload, a fault in the middle of it, and the check of all that was answered. */
final class Drill {
    /** How old may be what a partner's access is decided by: 10 s, and a second that clocks may differ. */
    private static final Duration BOUND = Duration.ofSeconds(11);

    /** For what the last proof before the fault may have been late, and the first after it early. */
    private static final Duration PROOF = Duration.ofSeconds(2);

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration AFTERWARDS = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final Duration LOGGED_WITHIN = Duration.ofSeconds(60);
    private static final int SCENES = 2;

    private final LocalStack stack;
    private final Deployment deployment;
    private final Tenants tenants;
    private final long seed;

    Drill(LocalStack stack, Tenants tenants, long seed) {
        this.stack = stack;
        this.deployment = Deployment.of(stack);
        this.tenants = tenants;
        this.seed = seed;
    }

    /** Faults one after the other, under one workload. */
    Result run(String name, List<Fault> faults) {
        List<Finding> findings = new ArrayList<>();
        Duration longest = Duration.ZERO;
        long logged = 0;
        try (Workload workload = Workload.start(SCENES, seed, deployment, tenants, () -> stack.token("operator"))) {
            History history = workload.history();
            Await.pause(WARM_UP);
            for (Fault fault : faults) {
                fault.prepare(stack);
                Logs logs = Logs.of(stack);
                Duration recovery = suffer(fault, workload, findings);
                findings.addAll(logs.violations());
                logged = Math.max(logged, logs.highestRate());
                longest = recovery.compareTo(longest) > 0 ? recovery : longest;
                fault.restore(stack);
            }
            Await.pause(AFTERWARDS);
            workload.stop();
            var lost = faults.stream().flatMap(fault -> fault.lost().stream()).toList();
            findings.addAll(new Revocations(BOUND).violations(history, lost));
            findings.addAll(inTheEnd(workload, lost));
            findings.addAll(new KeyOrder(stack).violations());
            return new Result(
                    name, history.changes().size(), history.reads().size(), longest, logged, List.copyOf(findings));
        }
    }

    private static List<Finding> inTheEnd(Workload workload, List<Lost> lost) {
        try {
            Outcome outcome = workload.outcome(LOGGED_WITHIN);
            return Stream.of(
                            outcome.lostOrDoubled(workload.history(), lost),
                            outcome.notLoggedOnce(workload.history(), lost))
                    .flatMap(List::stream)
                    .toList();
        } catch (IllegalStateException unanswered) {
            return List.of(new Finding("not answered in the end", String.valueOf(unanswered.getMessage())));
        }
    }

    /** @return how long it took from the fault's end until everybody was served again */
    private Duration suffer(Fault fault, Workload workload, List<Finding> findings) {
        Await.pause(fault.lull());
        long from = System.nanoTime();
        fault.begin(stack);
        long begun = System.nanoTime();
        Await.pause(fault.duration());
        if (!fault.duration().isZero()) {
            findings.addAll(new Readiness(stack).violations(fault.silent()));
        }
        long until = System.nanoTime();
        fault.end(stack);
        if (!fault.lost().isEmpty()) {
            workload.giveEverythingAnew();
        }
        if (fault.isStale()) {
            findings.addAll(new Staleness(BOUND.plus(PROOF)).violations(workload.history(), begun, until));
        }
        long ended = System.nanoTime();
        while (!workload.worksSince(ended)) {
            if (System.nanoTime() - ended > RECOVERY.toNanos()) {
                findings.add(
                        new Finding("no recovery", "not within " + RECOVERY.toSeconds() + " s of " + fault.name()));
                break;
            }
            Await.pause(Duration.ofMillis(100));
        }
        return Duration.ofNanos(System.nanoTime() - ended);
    }

    /**
     * What came of a drill.
     *
     * @param recovery from the fault's end until everybody was served again
     * @param logged the most that one process logged from the fault's beginning on, in bytes a second
     */
    record Result(String name, int changes, int reads, Duration recovery, long logged, List<Finding> findings) {}
}
