package io.keyholder.outbox.cdi;

import io.keyholder.outbox.relay.OutboxRelay;
import io.keyholder.outbox.relay.RelayStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the relay does, as data. A relay that lags is no reason to take a service away, and so this is never DOWN. */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    private final OutboxRelay relay;

    OutboxHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        RelayStatus status = relay.status();
        return HealthCheckResponse.named("outbox relay")
                .up()
                .withData("active", status.isActive())
                .withData("lagMillis", status.lag().toMillis())
                .withData("lastWatermark", String.valueOf(status.lastWatermark()))
                .build();
    }
}
