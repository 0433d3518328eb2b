package io.keyholder.tenantrelationship.tenant.domain;

import java.util.List;

/**
 * What an operator decides about a tenant.
 *
 * @param domains verified, each in its one spelling
 * @param partnerEligible whether customers may invite it
 */
public record TenantDetails(
        String name, List<String> domains, List<Issuer> issuers, boolean partnerEligible, Status status) {

    public enum Status {
        ACTIVE,
        SUSPENDED
    }

    /**
     * An OIDC issuer whose tokens speak for the tenant.
     *
     * @param shared whether several tenants sign in there, told apart by the token's {@code tid}
     */
    public record Issuer(String issuer, boolean shared) {}

    public TenantDetails {
        domains = List.copyOf(domains);
        issuers = List.copyOf(issuers);
    }
}
