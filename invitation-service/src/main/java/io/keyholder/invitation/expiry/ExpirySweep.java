package io.keyholder.invitation.expiry;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.keyholder.invitation.invitation.InvitationCommands;
import io.keyholder.invitation.invitation.InvitationStore;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.record.Locked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks for expired invitations every few seconds. Several instances may do so at once: each takes what no other has. */
@ApplicationScoped
class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);
    private static final int AT_ONCE = 100;

    private final InvitationStore invitations;
    private final InvitationCommands commands;
    private final Clock clock;

    ExpirySweep(InvitationStore invitations, InvitationCommands commands, Clock clock) {
        this.invitations = invitations;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(
            every = "${keyholder.invitation.sweep-interval}",
            delayed = "${keyholder.invitation.sweep-interval}",
            concurrentExecution = SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().call(this::expireOverdue);
            }
        } catch (RuntimeException e) {
            LOG.warnf("event=invitation.sweep-failed reason=\"%s\"", e.getMessage());
        }
    }

    /** A batch. Whether there may be more. */
    private boolean expireOverdue() {
        List<Locked<Invitation>> overdue = invitations.lockOverdue(clock.instant(), AT_ONCE);
        overdue.forEach(commands::expire);
        return overdue.size() == AT_ONCE;
    }
}
