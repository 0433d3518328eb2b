package io.keyholder.web.consistency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Consistency tokens and cursors. */
@ConfigMapping(prefix = "keyholder.consistency")
public interface ConsistencyConfig {

    /**
     * With which consistency tokens are signed: at least 32 characters, no comma, the same in all services. To replace it,
     * name several: the first signs, what any of them has signed is taken.
     */
    List<String> secret();

    /** How long a request waits for what its token names before it is answered with 503. */
    @WithDefault("2S")
    Duration maxWait();
}
