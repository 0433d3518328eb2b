package io.keyholder.benchmarks;

import io.keyholder.benchmarks.scenario.AcceptedInvitations;
import io.keyholder.benchmarks.scenario.GatewayPassThrough;
import io.keyholder.benchmarks.scenario.PartnerRooms;
import io.keyholder.benchmarks.scenario.Report;
import io.keyholder.benchmarks.scenario.Scenario;
import io.keyholder.benchmarks.scenario.removal.RemovalToRefusal;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import java.nio.file.Path;
import java.util.List;

/** Runs scenarios against a deployment, or against a stack of its own, and prints what they measured. */
public final class Benchmarks {

    private static final List<Scenario> SCENARIOS =
            List.of(new GatewayPassThrough(), new PartnerRooms(), new AcceptedInvitations(), new RemovalToRefusal());

    private Benchmarks() {}

    public static void main(String[] words) {
        int status = 0;
        try {
            measure(Arguments.parse(words));
        } catch (RuntimeException e) {
            e.printStackTrace();
            status = 1;
        }
        // The load generator leaves threads behind.
        System.exit(status);
    }

    private static void measure(Arguments arguments) {
        requireKnown(arguments);
        arguments
                .deployment()
                .ifPresentOrElse(deployment -> run(arguments, deployment), () -> runOnOwnStack(arguments));
    }

    private static void runOnOwnStack(Arguments arguments) {
        var base = Path.of(System.getProperty("keyholder.benchmarks.stack"));
        System.err.println("Starting a stack in " + base + " ...");
        var stack = LocalStack.start(Options.in(base).withoutDemoTenants());
        // Also when it is interrupted. What it holds is of no use to the next run, whose ports are others.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.close();
            stack.deleteData();
        }));
        run(arguments, Deployment.of(stack));
    }

    private static void run(Arguments arguments, Deployment deployment) {
        var report = new Report(System.out);
        try (var tenants = new Tenants(deployment)) {
            SCENARIOS.stream()
                    .filter(scenario -> arguments.asksFor(scenario.name()))
                    .forEach(scenario -> scenario.run(deployment, tenants, report));
        }
    }

    private static void requireKnown(Arguments arguments) {
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        if (!known.containsAll(arguments.scenarios())) {
            throw new IllegalArgumentException("There are the scenarios " + String.join(", ", known) + ".");
        }
    }
}
