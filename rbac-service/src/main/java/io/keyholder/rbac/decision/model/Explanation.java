package io.keyholder.rbac.decision.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer to a check. */
public record Explanation(boolean allowed, List<Reason> because) {

    public Explanation {
        because = List.copyOf(because);
    }

    public static Explanation denied(Denial denial) {
        return new Explanation(false, List.of(new Reason.Obstacle(denial, Optional.empty())));
    }

    /** The same answer, and that not all groups were known, if it is one that another group could have changed. */
    public Explanation withGroupsUnknown() {
        boolean matters = because.stream()
                .anyMatch(reason -> reason instanceof Reason.Obstacle obstacle
                        && obstacle.denial().mayHangOnGroups());
        return matters
                ? new Explanation(
                        allowed,
                        Stream.concat(
                                        because.stream(),
                                        Stream.of(new Reason.Obstacle(Denial.GROUPS_UNKNOWN, Optional.empty())))
                                .toList())
                : this;
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
