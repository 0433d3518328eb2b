package io.keyholder.identity;

import io.keyholder.problems.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts requests that were refused for their token, or because it could not be verified. */
@Singleton
class RefusedTokens {
    private static final Set<ProblemType> PROBLEMS = Set.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.QUOTA_EXCEEDED,
            ProblemType.ISSUER_UNAVAILABLE,
            ProblemType.SERVICE_UNAVAILABLE);

    private final Map<ProblemType, Counter> counters = new EnumMap<>(ProblemType.class);

    RefusedTokens(MeterRegistry metrics) {
        for (ProblemType problem : PROBLEMS) {
            counters.put(
                    problem,
                    Counter.builder("keyholder.refused.tokens")
                            .tag("problem", problem.slug())
                            .description("Requests whose token was refused or could not be verified")
                            .register(metrics));
        }
    }

    void count(ProblemType problem) {
        Objects.requireNonNull(counters.get(problem), "A token is refused for one of these")
                .increment();
    }
}
