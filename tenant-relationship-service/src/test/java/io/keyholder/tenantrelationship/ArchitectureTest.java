package io.keyholder.tenantrelationship;

import io.keyholder.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.forService("io.keyholder.tenantrelationship").check();
    }
}
