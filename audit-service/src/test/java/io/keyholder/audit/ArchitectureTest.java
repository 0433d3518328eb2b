package io.keyholder.audit;

import io.keyholder.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.forService("io.keyholder.audit").check();
    }
}
