package io.keyholder.audit;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.quarkus.test.common.QuarkusTestResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each has a tenant of its own, whose log is empty. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class OfOneTenant extends OnBackends {
    Log log;
    UUID tenant;
    Entries entries;

    @BeforeEach
    void begin() {
        log = new Log(kafka, database, issuer);
        tenant = log.tenant();
        entries = new Entries(tenant);
    }

    @AfterEach
    void end() {
        log.close();
    }
}
