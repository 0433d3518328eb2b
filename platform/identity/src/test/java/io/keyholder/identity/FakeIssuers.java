package io.keyholder.identity;

import io.keyholder.access.Issuers;
import io.keyholder.access.RegisteredIssuer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    void register(String issuer, UUID... tenants) {
        registered.put(issuer, new RegisteredIssuer(issuer, Set.of(tenants), Set.of(tenants)));
    }

    void suspend(String issuer, UUID tenant) {
        registered.put(issuer, new RegisteredIssuer(issuer, Set.of(), Set.of(tenant)));
    }

    void deregister(String issuer) {
        registered.remove(issuer);
    }
}
