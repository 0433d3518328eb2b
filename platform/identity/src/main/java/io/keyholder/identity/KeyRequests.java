package io.keyholder.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Asks issuers for their keys: when a token comes that cannot be verified without, and on a schedule, whatever the traffic,
 * so that a key that an issuer has withdrawn does not count for longer than {@code keyholder.identity.keys-max-age}.
 */
@ApplicationScoped
class KeyRequests {
    private static final Logger LOG = Logger.getLogger(KeyRequests.class);
    private static final long TICK = Duration.ofSeconds(1).toMillis();

    private final RegisteredIssuers issuers;
    private final IssuerDocuments documents;
    private final IssuerStatuses statuses;

    KeyRequests(RegisteredIssuers issuers, IssuerDocuments documents, IssuerStatuses statuses) {
        this.issuers = issuers;
        this.documents = documents;
        this.statuses = statuses;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(TICK, tick -> askOnSchedule());
    }

    /** Ends, on the context it was called on, when the issuer has answered or will not. */
    Uni<Void> forToken(IssuerConnection issuer) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(issuer.askForToken(() -> ask(issuer)))
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private void askOnSchedule() {
        for (IssuerConnection issuer : issuers.connected()) {
            issuer.askOnSchedule(() -> ask(issuer));
        }
    }

    private void ask(IssuerConnection issuer) {
        try {
            IssuerDocuments.Jwks jwks = documents.fetch(issuer.name(), issuer.keysAddress());
            AcceptedKeys accepted = AcceptedKeys.of(jwks.keys());
            statuses.answered(issuer.name());
            if (issuer.answered(jwks.address(), accepted)) {
                accepted.unfit().forEach(key -> LOG.warnf("keyIgnored issuer=%s %s", issuer.name(), key));
            }
        } catch (IssuerUnavailable e) {
            issuer.forgetKeysAddress();
            statuses.failed(issuer.name(), e.reason());
        } catch (RuntimeException e) {
            LOG.warnf(e, "issuerUnavailable issuer=%s", issuer.name());
        }
    }
}
