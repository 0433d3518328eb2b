package io.keyholder.rbac.decision.domain;

import java.util.List;

/** The answer to a check. */
public record Explanation(boolean allowed, List<Reason> because) {

    public Explanation {
        because = List.copyOf(because);
    }

    public static Explanation denied(Denial denial) {
        return new Explanation(false, List.of(new Reason.Obstacle(denial)));
    }
}
