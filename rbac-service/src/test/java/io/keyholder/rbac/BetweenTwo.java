package io.keyholder.rbac;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What happens between Aurora, a customer, and Meridian, a partner. */
abstract class BetweenTwo extends InAWorld {
    UUID aurora;
    UUID meridian;

    @BeforeEach
    void foundOrganisations() {
        aurora = world.tenant("Aurora");
        meridian = world.tenant("Meridian");
    }
}
