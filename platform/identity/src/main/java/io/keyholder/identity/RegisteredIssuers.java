package io.keyholder.identity;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to issuers: made when the first token of a registered issuer arrives, dropped when one arrives of an
 * issuer that no longer is.
 */
@ApplicationScoped
class RegisteredIssuers {
    private final Map<String, IssuerConnection> connections = new ConcurrentHashMap<>();
    private final TenantBinding binding;
    private final Backchannel backchannel;
    private final IssuerTrust trust;
    private final IdentityConfig config;
    private final TenantConfigBean oidc;
    private final Clock clock;

    RegisteredIssuers(
            TenantBinding binding,
            Backchannel backchannel,
            IssuerTrust trust,
            IdentityConfig config,
            TenantConfigBean oidc,
            Clock clock) {
        this.binding = binding;
        this.backchannel = backchannel;
        this.trust = trust;
        this.config = config;
        this.oidc = oidc;
        this.clock = clock;
    }

    /** @throws TokenRefused when the issuer is not registered: nothing is fetched from it then */
    IssuerConnection connectionTo(String issuer) {
        if (!binding.isRegistered(issuer)) {
            drop(issuer);
            throw TokenRefused.because("The token's issuer is not registered");
        }
        return connections.computeIfAbsent(issuer, this::connect);
    }

    /** The connection, if there is one already. */
    Optional<IssuerConnection> existing(String issuer) {
        return Optional.ofNullable(connections.get(issuer));
    }

    /** Those there are connections to and that are still registered. */
    List<IssuerConnection> connected() {
        connections.keySet().stream()
                .filter(issuer -> binding.isReady() && !binding.isRegistered(issuer))
                .forEach(this::drop);
        return List.copyOf(connections.values());
    }

    private void drop(String issuer) {
        if (connections.remove(issuer) != null) {
            TenantConfigContext context = oidc.getDynamicTenant(issuer);
            if (context != null && context.provider() != null) {
                context.provider().close();
            }
        }
    }

    private IssuerConnection connect(String issuer) {
        String address = backchannel.addressOf(issuer);
        OidcTenantConfigBuilder settings = OidcTenantConfig.builder()
                .tenantId(issuer)
                .authServerUrl(address)
                .applicationType(ApplicationType.SERVICE)
                .discoveryEnabled(true)
                .followRedirects(false)
                .connectionTimeout(config.issuerTimeout())
                .token()
                .issuer(issuer)
                .audience(config.audience())
                .lifespanGrace((int) config.clockSkew().toSeconds())
                // When to ask is decided by IssuerConnection.
                .forcedJwkRefreshInterval(Duration.ZERO)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .requireJwtIntrospectionOnly(false)
                .subjectRequired(true)
                .end()
                .authentication()
                .userInfoRequired(false)
                .end();
        trust.configurationFor(address).ifPresent(settings::tlsConfigurationName);
        backchannel.proxyFor(issuer).ifPresent(proxy -> use(proxy, settings));
        return new IssuerConnection(settings.build(), config, clock);
    }

    private static void use(IdentityConfig.Proxy proxy, OidcTenantConfigBuilder settings) {
        settings.proxy(
                proxy.host(),
                proxy.port(),
                proxy.username().orElse(null),
                proxy.password().orElse(null));
    }
}
