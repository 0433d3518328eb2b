package io.keyholder.identity;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.GatewayProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Counts requests that were refused for their token, or because it could not be verified. */
@Singleton
class RefusedTokens {
    /** Issuers that are told apart; each is one that is registered. */
    private static final int TOLD_APART = 100;

    private static final String OTHERS = "others";

    private final Map<Reason, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;

    RefusedTokens(MeterRegistry metrics) {
        this.metrics = metrics;
        // From zero on, so that the first one is a rise.
        Stream.of(CommonProblem.UNAUTHENTICATED, GatewayProblem.QUOTA_EXCEEDED, CommonProblem.SERVICE_UNAVAILABLE)
                .map(problem -> new Reason(problem.slug(), ""))
                .forEach(reason -> counters.put(reason, register(reason)));
    }

    private record Reason(String problem, String issuer) {}

    void count(TokenRefused refused) {
        Reason reason = new Reason(refused.problem().slug(), refused.issuer());
        boolean known = reason.issuer().isEmpty() || counters.containsKey(reason) || counters.size() < TOLD_APART;
        counters.computeIfAbsent(known ? reason : new Reason(reason.problem(), OTHERS), this::register)
                .increment();
    }

    private Counter register(Reason reason) {
        return Counter.builder("keyholder.refused.tokens")
                .tag("problem", reason.problem())
                .tag("issuer", reason.issuer())
                .description("Requests whose token was refused or could not be verified")
                .register(metrics);
    }
}
