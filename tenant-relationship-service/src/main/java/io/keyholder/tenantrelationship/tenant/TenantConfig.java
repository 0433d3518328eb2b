package io.keyholder.tenantrelationship.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How tenants are registered and changed. */
@ConfigMapping(prefix = "keyholder.tenants")
public interface TenantConfig {

    /**
     * Whether operators may add issuers and domains to a tenant without its Global admin's consent: for a tenant that has
     * locked itself out, and no longer than that takes. Each such change stands in the tenant's log.
     */
    @WithDefault("false")
    boolean breakGlass();

    /** How long a Global admin has to consent to a change. */
    @WithDefault("72H")
    Duration consentWithin();

    /** How much one tenant may pile up; beyond it a request is refused with `limit-reached`. */
    Limits limits();

    /** How much one tenant may pile up. */
    interface Limits {
        /** As many domains as one request can name, whatever is configured. */
        int MOST_DOMAINS = 10_000;

        /** As many issuers as one request can name, whatever is configured. */
        int MOST_ISSUERS = 1_000;

        /** How many domains one tenant may have. */
        @WithDefault("100")
        @Min(1)
        @Max(MOST_DOMAINS)
        int domains();

        /** How many issuers one tenant may have. */
        @WithDefault("20")
        @Min(1)
        @Max(MOST_ISSUERS)
        int issuers();

        /** How many changes of one tenant may wait for its consent. */
        @WithDefault("20")
        @Min(1)
        int pendingChanges();
    }
}
