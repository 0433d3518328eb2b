package io.keyholder.web.consistency;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How a service seals what it alone takes back: cursors, and the versions of what it shows. */
@ConfigMapping(prefix = "keyholder.signing")
public interface SigningConfig {

    /**
     * With which cursors and <code>ETag</code>s are signed: at least 32 characters, no comma, the same in all processes of a service
     * and known to no other service. To replace it, name several: the first signs, what any of them has signed is taken. Without it
     * the consistency secret signs, which all services know.
     */
    Optional<List<String>> secret();
}
