package io.keyholder.rbac.decision.domain;

import java.util.List;
import java.util.Optional;

/** The answer to a check. */
public record Explanation(boolean allowed, List<Reason> because) {

    public Explanation {
        because = List.copyOf(because);
    }

    public static Explanation denied(Denial denial) {
        return new Explanation(false, List.of(new Reason.Obstacle(denial, Optional.empty())));
    }

    /** @param nearest the assignments that would allow it but for this */
    public static Explanation denied(Denial denial, List<Reason.Assignment> nearest) {
        return nearest.isEmpty()
                ? denied(denial)
                : new Explanation(
                        false,
                        nearest.stream()
                                .<Reason>map(assignment -> new Reason.Obstacle(denial, Optional.of(assignment)))
                                .toList());
    }
}
