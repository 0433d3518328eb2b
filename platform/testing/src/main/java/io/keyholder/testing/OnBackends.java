package io.keyholder.testing;

import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.issuer.TestIssuer;

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
}
