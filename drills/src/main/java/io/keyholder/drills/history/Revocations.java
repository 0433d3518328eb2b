package io.keyholder.drills.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * No read is allowed after an acknowledged revocation: with its consistency token none that was asked after the answer; without one
 * none that was asked later than the bound, for which a partner may go on by what a service knew last. It holds until what undoes
 * the revocation is asked for.
 *
 * @param bound how old may be what a partner's access is decided by
 */
public record Revocations(Duration bound) {

    /** @param lost the times of which revocations may have been undone by a restore */
    public List<Finding> violations(History history, Collection<Lost> lost) {
        List<Exchange> changes = history.changes();
        List<Exchange> allowed = history.where(one -> one.kind() == Kind.READ && one.status() == 200);
        List<Finding> findings = new ArrayList<>();
        for (Exchange revocation : changes) {
            if (revocation.kind().revokes()
                    && revocation.isAcknowledged()
                    && lost.stream().noneMatch(time -> time.covers(revocation))) {
                long undone = undone(revocation, changes);
                allowed.stream()
                        .filter(read -> read.scene().equals(revocation.scene()))
                        .filter(read -> read.answered() <= undone && isTooLate(read, revocation))
                        .forEach(read -> findings.add(finding(read, revocation)));
            }
        }
        return findings;
    }

    private static long undone(Exchange revocation, List<Exchange> changes) {
        return changes.stream()
                .filter(change -> change.scene().equals(revocation.scene()))
                .filter(change -> change.kind() == revocation.kind().undoneBy() && change.isPossible())
                .mapToLong(Exchange::asked)
                .filter(asked -> asked >= revocation.answered())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private boolean isTooLate(Exchange read, Exchange revocation) {
        return read.asked() > revocation.answered() + (read.attentive() ? 0 : bound.toNanos());
    }

    private static Finding finding(Exchange read, Exchange revocation) {
        return new Finding(
                "allowed after a revocation",
                "%s was answered by 200 in %s, asked %d ms after %s had been acknowledged, %s the token"
                        .formatted(
                                read.subject(),
                                read.scene(),
                                Duration.ofNanos(read.asked() - revocation.answered())
                                        .toMillis(),
                                revocation.kind(),
                                read.attentive() ? "with" : "without"));
    }
}
