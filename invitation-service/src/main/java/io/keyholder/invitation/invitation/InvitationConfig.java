package io.keyholder.invitation.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
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

    /** How much one tenant may pile up; beyond it a request is refused with `limit-reached`. */
    Limits limits();

    /** How much one tenant may pile up. */
    interface Limits {
        /** How many invitations of one customer may wait for an answer. */
        @WithDefault("1000")
        @Min(1)
        long pending();

        /** How many invitations one customer may send in 24 hours. */
        @WithDefault("1000")
        @Min(1)
        long sentPerDay();

        /** How many relationships one tenant may have, as a customer (with its pending invitations) and as a partner each. */
        @WithDefault("10000")
        @Min(1)
        long relationships();
    }
}
