package io.keyholder.invitation.expiry;

import io.keyholder.invitation.invitation.InvitationCommands;
import io.keyholder.invitation.invitation.InvitationConfig;
import io.keyholder.invitation.invitation.InvitationStore;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.record.Locked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for expired invitations every few seconds. Several instances may do so at once: each takes what no other has. */
@ApplicationScoped
class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);
    private static final int AT_ONCE = 100;

    private final InvitationStore invitations;
    private final InvitationCommands commands;
    private final InvitationConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-expiry").factory());

    ExpirySweep(InvitationStore invitations, InvitationCommands commands, InvitationConfig config, Clock clock) {
        this.invitations = invitations;
        this.commands = commands;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        long millis = config.sweepInterval().toMillis();
        timer.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void sweep() {
        try {
            boolean more = true;
            while (more && !timer.isShutdown()) {
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
