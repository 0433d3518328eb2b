package io.keyholder.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature, issuer and audience are genuine, and what it says, read as its tenant's registration wants it.
 * Whether it counts at this moment is decided at each request anew.
 *
 * @param tenantId the tenant that it speaks for; null for one of the operators' issuer
 * @param revision the state of the issuer's registrations by which it was read: with another it must be read again
 * @param verifiedEmail only when the token says that it was verified
 */
record VerifiedToken(
        String issuer,
        @Nullable UUID tenantId,
        Object revision,
        String userId,
        TokenGroups groups,
        boolean globalAdmin,
        boolean platformOperator,
        @Nullable String verifiedEmail,
        TokenTimes times) {}
