package io.keyholder.sql;

import io.keyholder.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.forModule("io.keyholder.sql").check();
    }
}
