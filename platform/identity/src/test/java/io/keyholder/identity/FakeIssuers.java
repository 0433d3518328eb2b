package io.keyholder.identity;

import io.keyholder.access.Issuers;
import io.keyholder.access.RegisteredIssuer;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.TokenReading;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The registrations, as a test wants them. */
@Singleton
public class FakeIssuers implements Issuers {
    private final Map<String, RegisteredIssuer> registered = new ConcurrentHashMap<>();
    private volatile boolean complete = true;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Optional<RegisteredIssuer> find(String issuer) {
        return Optional.ofNullable(registered.get(issuer));
    }

    @Override
    public boolean areComplete() {
        return complete;
    }

    void becomeComplete(boolean all) {
        complete = all;
    }

    /** For one tenant by itself, or shared by several. */
    void register(String issuer, UUID... tenants) {
        RegisteredIssuer fresh = new RegisteredIssuer(issuer);
        for (UUID tenant : tenants) {
            fresh.put(tenant, new TenantState.Issuer(issuer, tenants.length > 1), true);
        }
        registered.put(issuer, fresh);
    }

    void share(String issuer, UUID tenant, TokenReading reading) {
        registered
                .computeIfAbsent(issuer, RegisteredIssuer::new)
                .put(tenant, new TenantState.Issuer(issuer, true, reading), true);
    }

    void register(String issuer, UUID tenant, TokenReading reading) {
        RegisteredIssuer fresh = new RegisteredIssuer(issuer);
        fresh.put(tenant, new TenantState.Issuer(issuer, false, reading), true);
        registered.put(issuer, fresh);
    }

    void suspend(String issuer, UUID tenant) {
        RegisteredIssuer fresh = new RegisteredIssuer(issuer);
        fresh.put(tenant, new TenantState.Issuer(issuer, false), false);
        registered.put(issuer, fresh);
    }

    void deregister(String issuer) {
        registered.remove(issuer);
    }
}
