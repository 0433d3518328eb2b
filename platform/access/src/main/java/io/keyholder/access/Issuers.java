package io.keyholder.access;

import java.util.Optional;

/** The OIDC issuers whose tokens speak for tenants, as the tenants' registrations name them. */
public interface Issuers {

    /** Empty for an issuer that no tenant has registered. */
    Optional<RegisteredIssuer> find(String issuer);

    /** Whether all registrations that there were at the start are known; until then an unknown issuer may be a good one. */
    boolean areComplete();
}
