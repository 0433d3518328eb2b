package io.keyholder.outbox.cdi;

import io.keyholder.outbox.OutboxEpoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers and, once since the start, has been compared with the service's topics: what an empty one would say
 * in its place nobody may be told. Asked of a thread of its own, and one at a time: whoever asks for readiness has an answer within
 * a second, though a database that hangs gives none.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final int VALID_WITHIN_SECONDS = 2;

    private final DataSource database;
    private final OutboxEpoch epoch;
    private volatile boolean compared;
    private CompletableFuture<Boolean> question = CompletableFuture.completedFuture(false);

    DatabaseReadiness(DataSource database, OutboxEpoch epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        try {
            return response.status(present().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .build();
        } catch (TimeoutException | ExecutionException e) {
            return response.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return response.down().build();
        }
    }

    private synchronized CompletableFuture<Boolean> present() {
        if (question.isDone()) {
            question = new CompletableFuture<>();
            CompletableFuture<Boolean> asked = question;
            Thread.ofVirtual().name("keyholder-database-readiness").start(() -> asked.complete(answers()));
        }
        return question;
    }

    private boolean answers() {
        try {
            compared = compared || epoch.isKnown();
        } catch (RuntimeException e) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            return compared && connection.isValid(VALID_WITHIN_SECONDS);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
