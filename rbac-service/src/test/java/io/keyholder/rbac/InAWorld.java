package io.keyholder.rbac;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each has a world of its own around it. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class InAWorld {
    @Provided("shared")
    TestIssuer issuer;

    @Provided
    KafkaBackend kafka;

    @Provided
    Database database;

    World world;

    @BeforeEach
    void beginWorld() {
        world = new World(issuer, kafka, database);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }
}
