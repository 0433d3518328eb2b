package io.keyholder.audit.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The audit log. */
@ConfigMapping(prefix = "keyholder.audit")
public interface AuditConfig {

    /** How long entries are listed and exported. They are deleted by whole months, so within a month after that. */
    @WithDefault("180D")
    Duration retention();
}
