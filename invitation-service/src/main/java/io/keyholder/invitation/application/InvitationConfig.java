package io.keyholder.invitation.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How invitations are looked after. */
@ConfigMapping(prefix = "keyholder.invitation")
public interface InvitationConfig {

    /**
     * How often expired invitations are looked for, to be announced to the other services and the audit log. Readers and
     * answers do not wait for it.
     */
    @WithDefault("5S")
    Duration sweepInterval();
}
