package io.keyholder.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An organisation registered on the platform. */
public record TenantState(
        UUID id,
        String name,
        List<String> domains,
        List<Issuer> issuers,
        boolean partnerEligible,
        Status status,
        Instant createdAt)
        implements AggregateState {

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

    public TenantState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        domains = List.copyOf(domains);
        issuers = List.copyOf(issuers);
    }

    @Override
    public AggregateState ended() {
        return new TenantState(id, name, List.of(), List.of(), false, Status.SUSPENDED, createdAt);
    }

    @Override
    public boolean isEnded() {
        return false;
    }
}
