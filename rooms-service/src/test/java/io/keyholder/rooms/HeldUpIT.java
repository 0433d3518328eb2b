package io.keyholder.rooms;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody holds a lock on what a request needs. */
@QuarkusTest
class HeldUpIT extends InAScenario {
    /** The gateway's, after which nobody waits for the answer any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void shouldSayThatItCannotNowBeforeNobodyWaitsAnyMore() throws Exception {
        scenario.admin(aurora).get("/v1/rooms").then().statusCode(200);
        long begin = System.nanoTime();
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("lock table room in access exclusive mode");
            }

            scenario.admin(aurora)
                    .get("/v1/rooms")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("\\d+"))
                    .body("type", endsWith("/service-unavailable"));
            await("the service to be ready, whatever is locked")
                    .until(() -> get("/q/health/ready").statusCode() == 200);
            holder.rollback();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        scenario.admin(aurora).get("/v1/rooms").then().statusCode(200);
    }
}
