package io.keyholder.access;

import java.util.Optional;

/** The OIDC issuers whose tokens speak for tenants, as the tenants' registrations name them. */
public interface Issuers {

    /** Empty for an issuer that no tenant has registered. */
    Optional<RegisteredIssuer> find(String issuer);
}
