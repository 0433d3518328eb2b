package io.keyholder.access.cdi;

import io.keyholder.access.projection.ProjectionReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the reading thread. */
@ApplicationScoped
class AccessLifecycle {
    private final ProjectionReader reader;

    AccessLifecycle(ProjectionReader reader) {
        this.reader = reader;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("keyholder-projection").daemon(true).start(reader);
    }

    void stop(@Observes ShutdownEvent event) {
        reader.close();
    }
}
