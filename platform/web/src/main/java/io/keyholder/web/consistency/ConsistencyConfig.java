package io.keyholder.web.consistency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Consistency tokens and cursors. */
@ConfigMapping(prefix = "keyholder.consistency")
public interface ConsistencyConfig {

    /** With which tokens and cursors are signed: at least 32 characters, the same in all services. */
    String secret();

    /** How long a request waits for what its token names before it is answered with 503. */
    @WithDefault("2S")
    Duration patience();
}
