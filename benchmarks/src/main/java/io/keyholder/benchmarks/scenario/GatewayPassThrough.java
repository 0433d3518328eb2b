package io.keyholder.benchmarks.scenario;

import static io.keyholder.driver.Deployment.GATEWAY;
import static io.keyholder.driver.Deployment.RBAC;

import io.keyholder.benchmarks.load.Load;
import io.keyholder.benchmarks.load.Outcome;
import io.keyholder.benchmarks.load.Request;
import io.keyholder.driver.AtOnce;
import io.keyholder.driver.Deployment;
import io.keyholder.driver.Tenant;
import io.keyholder.driver.Tenants;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the gateway adds: a cheap request through it, and the same at the service itself. */
public final class GatewayPassThrough implements Scenario {

    private static final String PATH = "/v1/permissions";
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final int NEW_TOKENS = 10_000;
    private static final Duration ROUND = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public void run(Deployment deployment, Tenants tenants, Report report) {
        var tenant = tenants.register("gateway").awaitServed();
        var token = tenant.token("ada");
        var direct = deployment.service(RBAC);
        peak(deployment.gateway(), token);
        peak(direct, token);

        var through = new ArrayList<Measured>();
        var past = new ArrayList<Measured>();
        for (int round = 0; round < ROUNDS; round++) {
            report.progress("gateway: round " + (round + 1));
            through.add(Measured.of(() -> peak(deployment.gateway(), token), deployment, GATEWAY, RBAC));
            past.add(Measured.of(() -> peak(direct, token), deployment, GATEWAY, RBAC));
        }
        report.table(
                "GET " + PATH + ", " + CONNECTIONS + " connections, as much as possible",
                "way",
                "requests/s",
                "p50",
                "p99",
                "gateway's processor time a request",
                "service's",
                "problems");
        peakRow(report, "through the gateway, token seen before", median(through));
        peakRow(report, "at the service itself", median(past));
        newTokens(deployment, tenant); // The first ones meet code that has never run.
        var fresh = newTokens(deployment, tenant);
        report.row(
                "through the gateway, a new token each time",
                fresh.perSecond(),
                "–",
                "–",
                fresh.costOf(GATEWAY),
                fresh.costOf(RBAC),
                fresh.outcome().problems());
        atHalf(deployment, report, token, median(through).perSecond() / 2);
    }

    private static void atHalf(Deployment deployment, Report report, String token, double perSecond) {
        report.table("The same at half of the gateway's peak", "way", "requests/s", "p50", "p99", "problems");
        rateRow(
                report,
                "at the service itself",
                at(deployment.service(RBAC), token).atRate(perSecond, ROUND));
        rateRow(report, "through the gateway", at(deployment.gateway(), token).atRate(perSecond, ROUND));
    }

    /** Tokens that nobody has seen: each signature is verified, at the gateway and at the service. */
    private static Measured newTokens(Deployment deployment, Tenant tenant) {
        var tokens = AtOnce.make(NEW_TOKENS, index -> tenant.token("user-" + index));
        var next = new AtomicInteger();
        var load = Load.gets(
                deployment.gateway(),
                CONNECTIONS,
                () -> Request.of(PATH, tokens.get(next.getAndIncrement() % tokens.size())));
        return Measured.of(() -> load.inAll(NEW_TOKENS), deployment, GATEWAY, RBAC);
    }

    private static Outcome peak(URI server, String token) {
        return at(server, token).asMuchAsPossible(ROUND);
    }

    private static Load at(URI server, String token) {
        return Load.gets(server, CONNECTIONS, () -> Request.of(PATH, token));
    }

    private static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(Measured::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private static void peakRow(Report report, String way, Measured measured) {
        var outcome = measured.outcome();
        report.row(
                way,
                outcome.perSecond(),
                outcome.percentile(50),
                outcome.percentile(99),
                measured.costOf(GATEWAY),
                measured.costOf(RBAC),
                outcome.problems());
    }

    private static void rateRow(Report report, String way, Outcome outcome) {
        report.row(way, outcome.perSecond(), outcome.percentile(50), outcome.percentile(99), outcome.problems());
    }
}
