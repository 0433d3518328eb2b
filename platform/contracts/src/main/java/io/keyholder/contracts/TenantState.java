package io.keyholder.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    public record Issuer(String issuer, boolean shared) {

        public Issuer {
            Objects.requireNonNull(issuer, "issuer");
        }
    }

    public TenantState(
            UUID id,
            String name,
            @Nullable List<String> domains,
            @Nullable List<Issuer> issuers,
            boolean partnerEligible,
            Status status,
            Instant createdAt) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.domains = domains == null ? List.of() : List.copyOf(domains);
        this.issuers = issuers == null ? List.of() : List.copyOf(issuers);
        this.partnerEligible = partnerEligible;
        this.status = Objects.requireNonNull(status, "status");
        this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
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
