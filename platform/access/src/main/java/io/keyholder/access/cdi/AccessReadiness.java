package io.keyholder.access.cdi;

import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the projection has caught up for the first time. Staleness afterwards is data and never DOWN: else every
 * instance would leave at once.
 */
@Readiness
@ApplicationScoped
class AccessReadiness implements HealthCheck {
    private final ProjectionReader reader;
    private final Watermarks watermarks;

    AccessReadiness(ProjectionReader reader, Watermarks watermarks) {
        this.reader = reader;
        this.watermarks = watermarks;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("access projection caught up")
                .status(reader.hasCaughtUp())
                .withData("fresh", watermarks.isFresh())
                .build();
    }
}
