package io.keyholder.testing;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of a whole service. A test class of the service names {@link KeyholderTestResource} in its own module, where Quarkus
 * looks for it.
 */
public abstract class OnBackends {
    /** Of the service's tenants. */
    @Provided("shared")
    protected TestIssuer issuer;

    @Provided
    protected KafkaBackend kafka;

    @Provided
    protected Database database;

    /** A service that was started a moment ago answers 503 until its database has been compared with its topics. */
    @BeforeEach
    void awaitDatabase() {
        await("the service to have compared its database")
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> get("/q/health/ready")
                        .jsonPath()
                        .getList("checks.findAll { it.name == 'database' && it.status != 'UP' }")
                        .isEmpty());
    }
}
