package io.keyholder.invitation;

import io.keyholder.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRules() {
        ArchitectureRules.forService("io.keyholder.invitation").check();
    }
}
