package io.keyholder.tenantrelationship.tenant.model;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.TokenReading;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

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
     * @param shared whether several tenants sign in there, told apart by a claim that every token must have
     */
    public record Issuer(String issuer, boolean shared, TokenReading reading) {

        /** Whether it keeps another tenant from registering the same issuer: unless both share it, and tokens tell them apart. */
        public boolean excludes(UUID tenantId, Issuer others, UUID otherTenantId) {
            return issuer.equals(others.issuer)
                    && (!shared || !others.shared || nameOf(tenantId).equals(others.nameOf(otherTenantId)));
        }

        /** What tokens say in that claim when they speak for the tenant. */
        private String nameOf(UUID tenantId) {
            String said = reading.claims().tenantValue();
            return said == null
                    ? tenantId.toString()
                    : Ids.parse(said).map(UUID::toString).orElse(said);
        }
    }

    public TenantDetails {
        domains = domains.stream().sorted().toList();
        issuers = issuers.stream().sorted(Comparator.comparing(Issuer::issuer)).toList();
    }

    public TenantDetails with(List<String> otherDomains, List<Issuer> otherIssuers) {
        return new TenantDetails(name, otherDomains, otherIssuers, partnerEligible, status);
    }

    /** The issuers by their names alone. */
    public List<String> issuerNames() {
        return issuers.stream().map(Issuer::issuer).toList();
    }

    public boolean namesEachIssuerOnce() {
        return issuerNames().stream().distinct().count() == issuers.size();
    }
}
