package io.keyholder.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of problem the platform answers with. */
public final class ProblemCatalogue {

    private static final List<ProblemType> ALL = Stream.<ProblemType[]>of(
                    CommonProblem.values(),
                    GatewayProblem.values(),
                    TenantProblem.values(),
                    RelationshipProblem.values(),
                    InvitationProblem.values(),
                    RoleProblem.values(),
                    RoomProblem.values())
            .flatMap(Stream::of)
            .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::slug))
            .toList();

    private static final Map<String, ProblemType> BY_SLUG =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ProblemType::slug, Function.identity()));

    private ProblemCatalogue() {}

    /** All of them, by status and slug. */
    public static List<ProblemType> all() {
        return ALL;
    }

    public static Optional<ProblemType> bySlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
