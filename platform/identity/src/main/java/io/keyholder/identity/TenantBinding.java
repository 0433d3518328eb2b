package io.keyholder.identity;

import io.keyholder.access.Caller;
import io.keyholder.access.Issuers;
import io.keyholder.access.RegisteredIssuer;
import io.keyholder.access.RegisteredIssuer.TenantClaim;
import io.keyholder.contracts.TokenReading;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenant a genuine token speaks for, and by whose registration it is read. Whether it does at this moment is asked at
 * every request and never cached: a tenant that is suspended, or an issuer that is taken from it, is refused with the very
 * next request.
 */
@ApplicationScoped
class TenantBinding {
    /** The operators' issuer is configuration, which does not change while the process runs. */
    private static final Object OPERATORS = new Object();

    private final Issuers issuers;
    private final OperatorConfig operator;
    private final String genericTenantClaim;
    private final TokenReader reader;

    TenantBinding(Issuers issuers, OperatorConfig operator, IdentityConfig config) {
        this.issuers = issuers;
        this.operator = operator;
        this.genericTenantClaim = config.tenantClaim();
        this.reader = new TokenReader(config.audience());
    }

    /** Whether all registrations are known that there were when this process started. */
    boolean isReady() {
        return issuers.areComplete();
    }

    /** Whether anything is fetched from that issuer at all. */
    boolean isRegistered(String issuer) {
        return isOperator(issuer) || issuers.find(issuer).isPresent();
    }

    /** Whether the token would be read today as it was. */
    @SuppressWarnings("ReferenceEquality")
    boolean isCurrent(VerifiedToken token) {
        return isOperator(token.issuer())
                ? token.revision() == OPERATORS
                : issuers.find(token.issuer())
                        .filter(issuer -> issuer.revision() == token.revision())
                        .isPresent();
    }

    /** @throws TokenRefused when the token speaks for no tenant, or is not one that its registration accepts */
    VerifiedToken read(UnverifiedToken genuine, TokenTimes times) {
        if (isOperator(genuine.issuer())) {
            return reader.read(genuine, times, null, TokenReading.DEFAULT, OPERATORS);
        }
        RegisteredIssuer issuer = registered(genuine.issuer());
        Object revision = issuer.revision();
        UUID tenant = tenantOf(genuine.claims(), issuer);
        TokenReading reading = issuer.readingOf(tenant).orElseThrow(TenantBinding::notRegistered);
        return reader.read(genuine, times, tenant, reading, revision);
    }

    /** @throws TokenRefused when the token's tenant is not active */
    Caller bind(VerifiedToken token) {
        UUID tenant = token.tenantId();
        if (tenant != null && !registered(token.issuer()).isActive(tenant)) {
            throw TokenRefused.because("The token's tenant is suspended");
        }
        TokenGroups groups = token.groups();
        return new Caller(
                tenant,
                token.userId(),
                groups.ids(),
                groups.areComplete(),
                token.globalAdmin(),
                token.platformOperator(),
                token.verifiedEmail());
    }

    private RegisteredIssuer registered(String issuer) {
        return issuers.find(issuer).orElseThrow(TenantBinding::notRegistered);
    }

    private static TokenRefused notRegistered() {
        return TokenRefused.because("The token's issuer is not registered");
    }

    private UUID tenantOf(JsonObject claims, RegisteredIssuer issuer) {
        UUID only = issuer.onlyTenant().orElse(null);
        if (only != null
                && isBoundWithoutClaim(claims, issuer.readingOf(only).orElseThrow(TenantBinding::notRegistered))) {
            return only;
        }
        Set<UUID> named = new HashSet<>();
        boolean says = false;
        for (TenantClaim claim : issuer.tenantClaims()) {
            Object value = value(claims, claim.preset(), claim.name());
            says |= value != null;
            if (value instanceof String text) {
                named.addAll(issuer.tenantsNamed(claim, text));
            }
        }
        if (!says) {
            throw TokenRefused.because(
                    "The token does not say which tenant it speaks for, as those of its issuer must");
        }
        if (named.size() != 1) {
            throw TokenRefused.because("The token's issuer does not serve its tenant");
        }
        return named.iterator().next();
    }

    /** An issuer of one tenant needs no claim, unless its registration wants a certain value. */
    private boolean isBoundWithoutClaim(JsonObject claims, TokenReading reading) {
        if (reading.claims().tenantValue() != null) {
            return false;
        }
        boolean foreign = reading.claims().tenant() == null && Presets.hasOwnTenantClaim(reading.preset());
        return foreign || value(claims, reading.preset(), reading.claims().tenant()) == null;
    }

    private @Nullable Object value(JsonObject claims, TokenReading.Preset preset, @Nullable String said) {
        return ClaimName.valueOf(claims, said == null ? Presets.tenantClaim(preset, genericTenantClaim) : said);
    }

    private boolean isOperator(String issuer) {
        return operator.issuer().filter(issuer::equals).isPresent();
    }
}
