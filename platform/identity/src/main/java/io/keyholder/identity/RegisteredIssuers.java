package io.keyholder.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to issuers: made when the first token of a registered issuer arrives, dropped when one arrives of an
 * issuer that no longer is.
 */
@ApplicationScoped
class RegisteredIssuers {
    private final Map<String, IssuerConnection> connections = new ConcurrentHashMap<>();
    private final TenantBinding binding;
    private final IdentityConfig config;
    private final Clock clock;

    RegisteredIssuers(TenantBinding binding, IdentityConfig config, Clock clock) {
        this.binding = binding;
        this.config = config;
        this.clock = clock;
    }

    /** @throws TokenRefused when the issuer is not registered: nothing is fetched from it then */
    IssuerConnection connectionTo(String issuer) {
        if (!binding.isRegistered(issuer)) {
            connections.remove(issuer);
            throw TokenRefused.because("The token's issuer is not registered");
        }
        return connections.computeIfAbsent(issuer, name -> new IssuerConnection(name, config, clock));
    }

    /** Those there are connections to and that are still registered. */
    List<IssuerConnection> connected() {
        connections.keySet().stream()
                .filter(issuer -> binding.isReady() && !binding.isRegistered(issuer))
                .forEach(connections::remove);
        return List.copyOf(connections.values());
    }
}
