package io.keyholder.drills.history;

import java.time.Duration;
import java.util.List;

/**
 * While nobody can prove that every revocation was heard of, partners are refused once the bound is over.
 *
 * @param bound how old may be what a partner's access is decided by
 */
public record Staleness(Duration bound) {

    /** @param from when the last proof may have been given; {@code until} when the next may be */
    public List<Finding> violations(History history, long from, long until) {
        return history
                .where(one -> one.kind() == Kind.READ
                        && one.status() == 200
                        && one.asked() > from + bound.toNanos()
                        && one.answered() < until)
                .stream()
                .map(read -> new Finding(
                        "allowed by what is stale",
                        "%s was answered by 200 in %s, %d ms after the last proof"
                                .formatted(
                                        read.subject(),
                                        read.scene(),
                                        Duration.ofNanos(read.asked() - from).toMillis())))
                .toList();
    }
}
