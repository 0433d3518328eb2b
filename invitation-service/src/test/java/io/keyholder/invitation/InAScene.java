package io.keyholder.invitation;

import io.keyholder.invitation.Scene.Org;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.quarkus.test.common.QuarkusTestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the whole service; each begins with Aurora, a customer, and Meridian, a partner. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class InAScene extends OnBackends {
    Scene scene;
    Org aurora;
    Org meridian;

    @BeforeEach
    void begin() {
        scene = new Scene(kafka, database, issuer);
        aurora = scene.tenant("Aurora");
        meridian = scene.tenant("Meridian");
    }

    @AfterEach
    void end() {
        scene.close();
    }
}
