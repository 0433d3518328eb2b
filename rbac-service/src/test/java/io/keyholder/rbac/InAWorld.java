package io.keyholder.rbac;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.quarkus.test.common.QuarkusTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each has a world of its own around it. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class InAWorld extends OnBackends {
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
