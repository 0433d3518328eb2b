package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation registered on the platform.
 *
 * @param id the key of the event
 * @param name shown to others
 * @param domains verified domains; each belongs to one tenant. Absent: none
 * @param issuers the OIDC issuers whose tokens speak for the tenant. Absent: none
 * @param partnerEligible whether customers may invite it as a partner
 * @param status tokens of a suspended tenant are refused
 * @param createdAt when it was registered
 */
public record TenantState(
        UUID id,
        String name,
        List<String> domains,
        List<Issuer> issuers,
        boolean partnerEligible,
        Status status,
        Instant createdAt,
        List<String> mustUnderstand)
        implements AggregateState {

    /** Named in {@code mustUnderstand} when an issuer's tokens are not read as those of any: see {@link TokenReading}. */
    static final String TOKEN_READING = "token-reading";

    public enum Status {
        ACTIVE,
        SUSPENDED
    }

    /**
     * An OIDC issuer whose tokens speak for the tenant.
     *
     * @param issuer the issuer, exactly as its tokens name it in {@code iss}
     * @param shared whether several tenants sign in there, told apart by a claim that every token must have
     * @param reading how its tokens are read. Absent: as those of any issuer. {@code mustUnderstand} names {@code
     *     token-reading} where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Issuer(
            String issuer, boolean shared, @Nullable TokenReading reading) {

        public Issuer(String issuer, boolean shared, @Nullable TokenReading reading) {
            this.issuer = Objects.requireNonNull(issuer, "issuer");
            this.shared = shared;
            this.reading = TokenReading.DEFAULT.equals(reading) ? null : reading;
        }

        /** One whose tokens are read as those of any. */
        public Issuer(String issuer, boolean shared) {
            this(issuer, shared, null);
        }

        /** How its tokens are read, also where nothing was said. */
        public TokenReading tokenReading() {
            return reading == null ? TokenReading.DEFAULT : reading;
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
        this(id, name, domains, issuers, partnerEligible, status, createdAt, toUnderstand(issuers));
    }

    public TenantState(
            UUID id,
            String name,
            @Nullable List<String> domains,
            @Nullable List<Issuer> issuers,
            boolean partnerEligible,
            Status status,
            Instant createdAt,
            @Nullable List<String> mustUnderstand) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.domains = domains == null ? List.of() : List.copyOf(domains);
        this.issuers = issuers == null ? List.of() : List.copyOf(issuers);
        this.partnerEligible = partnerEligible;
        this.status = Objects.requireNonNull(status, "status");
        this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
        this.mustUnderstand = mustUnderstand == null ? List.of() : List.copyOf(mustUnderstand);
    }

    /** Whoever does not know of readings would take tokens that a reading refuses. */
    private static List<String> toUnderstand(@Nullable List<Issuer> issuers) {
        return issuers != null && issuers.stream().anyMatch(issuer -> issuer.reading() != null)
                ? List.of(TOKEN_READING)
                : List.of();
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
