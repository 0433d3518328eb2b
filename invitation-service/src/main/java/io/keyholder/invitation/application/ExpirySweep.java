package io.keyholder.invitation.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for expired invitations every few seconds. Several instances may do so at once: each takes what no other has. */
@ApplicationScoped
class ExpirySweep {
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);

    private final ExpireInvitations expireInvitations;
    private final InvitationConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-expiry").factory());

    ExpirySweep(ExpireInvitations expireInvitations, InvitationConfig config) {
        this.expireInvitations = expireInvitations;
        this.config = config;
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
                more = QuarkusTransaction.requiringNew().call(expireInvitations::storeOverdue);
            }
        } catch (RuntimeException e) {
            LOG.warnf("event=invitation.sweep-failed reason=\"%s\"", e.getMessage());
        }
    }
}
