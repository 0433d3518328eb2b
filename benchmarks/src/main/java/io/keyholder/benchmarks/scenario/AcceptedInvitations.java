package io.keyholder.benchmarks.scenario;

import static io.keyholder.driver.Deployment.INVITATION;
import static io.keyholder.driver.Deployment.POSTGRESQL;

import io.keyholder.benchmarks.load.Load;
import io.keyholder.benchmarks.load.Request;
import io.keyholder.driver.AtOnce;
import io.keyholder.driver.Clients;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenant;
import io.keyholder.driver.Tenants;
import io.keyholder.localstack.Await;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Accepting invitations, each of a customer of its own. */
public final class AcceptedInvitations implements Scenario {

    private static final String BODY = "{\"primaryAdmins\":[{\"type\":\"USER\",\"id\":\"paula\"}]}";
    private static final int WARM_UP = 500;
    private static final int AT_PEAK = 2_000;
    private static final int AT_HALF = 1_000;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public void run(Deployment deployment, Tenants tenants, Report report) {
        var partner = tenants.register("accepting").awaitServed();
        report.progress("accept: sending %,d invitations".formatted(WARM_UP + AT_PEAK + AT_HALF));
        var customers = AtOnce.make(WARM_UP + AT_PEAK + AT_HALF, index -> tenants.register("inviting-" + index));
        customers.getLast().awaitServed();
        var invitations =
                AtOnce.make(customers.size(), index -> customers.get(index).invite(partner));
        var admin = partner.admin();
        Await.present(
                "the last invitation has arrived",
                PATIENCE,
                () -> Clients.unless(404, () -> admin.invitations().getInvitation(invitations.getLast())));
        accept(deployment, partner, invitations, report);
    }

    private static void accept(Deployment deployment, Tenant partner, List<UUID> invitations, Report report) {
        var token = partner.adminToken();
        var next = new AtomicInteger();
        Supplier<Request> acceptance = () ->
                new Request("/v1/invitations/" + invitations.get(next.getAndIncrement()) + "/accept", token, BODY);
        Load.posts(deployment.gateway(), CONNECTIONS, acceptance).inAll(WARM_UP / CONNECTIONS * CONNECTIONS);
        var peak = Measured.of(
                () -> Load.posts(deployment.gateway(), CONNECTIONS, acceptance).inAll(AT_PEAK),
                deployment,
                INVITATION,
                POSTGRESQL);
        double half = peak.perSecond() / 2;
        var calm = Load.posts(deployment.gateway(), CONNECTIONS, acceptance)
                .atRate(half, Duration.ofMillis((long) (AT_HALF * 0.8 / half * 1000)));
        report.table(
                "POST /v1/invitations/{id}/accept through the gateway, " + CONNECTIONS + " connections",
                "answers/s at most",
                "p50 at half of it",
                "p99 at half of it",
                "invitation-service's processor time a request",
                "PostgreSQL's, with what others derive",
                "problems");
        report.row(
                peak.perSecond(),
                calm.percentile(50),
                calm.percentile(99),
                peak.costOf(INVITATION),
                peak.costOf(POSTGRESQL),
                peak.outcome().problems() + calm.problems());
    }
}
