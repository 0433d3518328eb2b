package io.keyholder.access;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.TokenReading;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An issuer and the tenants that registered it, each with how it wants the tokens read. It shows later changes: there can
 * be too many tenants to copy. One thread changes it; any number read.
 */
public final class RegisteredIssuer {
    private final String issuer;
    private final Map<UUID, Registration> registrations = new ConcurrentHashMap<>();
    private final Map<Name, Set<UUID>> byName = new ConcurrentHashMap<>();
    private final Set<TenantClaim> claims = ConcurrentHashMap.newKeySet(1);
    private volatile Object revision = new Object();

    /** A tenant's registration of the issuer, and whether its tokens are accepted at present. */
    private record Registration(TenantState.Issuer issuer, boolean active) {}

    /**
     * The claim by which a registration tells its tenant's tokens from others.
     *
     * @param name null: the one of the preset
     */
    public record TenantClaim(
            TokenReading.Preset preset, @Nullable String name) {

        public static TenantClaim of(TokenReading reading) {
            return new TenantClaim(reading.preset(), reading.claims().tenant());
        }
    }

    /** What a token says of the tenant that it speaks for. */
    private record Name(TenantClaim claim, String value) {

        static Name of(TenantState.Issuer registered, UUID tenant) {
            TokenReading reading = registered.tokenReading();
            String value = reading.claims().tenantValue();
            return new Name(TenantClaim.of(reading), value == null ? tenant.toString() : canonical(value));
        }
    }

    /** An id is the same in upper and in lower case. */
    private static String canonical(String value) {
        return Ids.parse(value).map(UUID::toString).orElse(value);
    }

    public RegisteredIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String issuer() {
        return issuer;
    }

    /** Takes a tenant's registration, in place of its earlier one. */
    public void put(UUID tenant, TenantState.Issuer registered, boolean active) {
        Registration before = registrations.put(tenant, new Registration(registered, active));
        Name name = Name.of(registered, tenant);
        byName.computeIfAbsent(name, unused -> ConcurrentHashMap.newKeySet(1)).add(tenant);
        claims.add(name.claim());
        if (before != null && !Name.of(before.issuer(), tenant).equals(name)) {
            removeName(before, tenant);
        }
        if (before == null || !before.issuer().equals(registered)) {
            revision = new Object();
        }
    }

    /** Forgets a tenant's registration. */
    public void remove(UUID tenant) {
        Registration before = registrations.remove(tenant);
        if (before != null) {
            removeName(before, tenant);
            revision = new Object();
        }
    }

    public boolean isEmpty() {
        return registrations.isEmpty();
    }

    /** Whether each of its tokens must say which tenant it speaks for, also while one tenant alone has registered it. */
    public boolean isShared() {
        return registrations.size() != 1
                || registrations.values().stream()
                        .anyMatch(registration -> registration.issuer().shared());
    }

    /** The tenant that its tokens speak for without saying so; empty when it is shared. */
    public Optional<UUID> onlyTenant() {
        return isShared() ? Optional.empty() : registrations.keySet().stream().findFirst();
    }

    /** The claims by which its tenants are told apart; in practice one. */
    public Set<TenantClaim> tenantClaims() {
        return Collections.unmodifiableSet(claims);
    }

    /** The tenants that said that they are the ones which the claim names so: one, unless two registrations contradict. */
    public Set<UUID> tenantsNamed(TenantClaim claim, String value) {
        return byName.getOrDefault(new Name(claim, canonical(value)), Set.of());
    }

    /** How the tenant wants its tokens read; empty when it has not registered the issuer. */
    public Optional<TokenReading> readingOf(UUID tenant) {
        return Optional.ofNullable(registrations.get(tenant))
                .map(registration -> registration.issuer().tokenReading());
    }

    public Set<UUID> allTenants() {
        return Collections.unmodifiableSet(registrations.keySet());
    }

    /** Whether the tenant's tokens are accepted at present. */
    public boolean isActive(UUID tenant) {
        Registration registration = registrations.get(tenant);
        return registration != null && registration.active();
    }

    /** Another object whenever a token may have to be read otherwise than before: compared by identity. */
    public Object revision() {
        return revision;
    }

    private void removeName(Registration before, UUID tenant) {
        byName.computeIfPresent(Name.of(before.issuer(), tenant), (name, tenants) -> {
            tenants.remove(tenant);
            return tenants.isEmpty() ? null : tenants;
        });
    }
}
