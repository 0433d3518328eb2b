package io.keyholder.audit;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each has a tenant of its own, whose log is empty. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class OfOneTenant {
    @Provided
    Database database;

    @Provided
    KafkaBackend kafka;

    @Provided("shared")
    TestIssuer issuer;

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
