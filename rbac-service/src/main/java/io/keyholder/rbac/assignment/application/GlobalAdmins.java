package io.keyholder.rbac.assignment.application;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When Global admins signed in. Who they are only their identity provider knows; that a tenant has one is known from the
 * tokens that come.
 */
public interface GlobalAdmins {

    /** How long one that was seen is taken to be there still. */
    Duration REMEMBERED = Duration.ofDays(90);

    void seen(UUID tenantId, Instant now);

    boolean haveBeenSeen(UUID tenantId, Instant since);
}
