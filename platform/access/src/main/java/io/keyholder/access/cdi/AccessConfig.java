package io.keyholder.access.cdi;

import io.keyholder.contracts.Topic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How a service follows the state that decides access. */
@ConfigMapping(prefix = "keyholder.access")
public interface AccessConfig {

    /**
     * How old the state may be, at most, for a partner to be granted anything. Older, and partner access is denied; a
     * tenant's access to its own rooms goes on.
     */
    @WithDefault("10S")
    Duration staleAfter();

    /** Which topics the service follows. The gateway needs tenants alone. */
    @WithDefault("TENANTS,RELATIONSHIPS,ROLES,ASSIGNMENTS")
    Set<Topic> topics();
}
