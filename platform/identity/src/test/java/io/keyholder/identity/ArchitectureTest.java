package io.keyholder.identity;

import io.keyholder.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.forModule("io.keyholder.identity").check();
    }
}
