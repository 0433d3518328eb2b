package io.keyholder.rooms;

import io.keyholder.access.AccessState;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each begins with Aurora, a tenant without rooms. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class InAScenario extends OnBackends {
    @Inject
    AccessState state;

    Scenario scenario;
    UUID aurora;

    @BeforeEach
    void begin() {
        scenario = new Scenario(kafka, issuer, state);
        aurora = scenario.tenant("Aurora");
    }

    @AfterEach
    void end() {
        scenario.close();
    }
}
