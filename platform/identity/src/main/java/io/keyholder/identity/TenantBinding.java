package io.keyholder.identity;

import io.keyholder.access.Caller;
import io.keyholder.access.Issuers;
import io.keyholder.access.RegisteredIssuer;
import io.keyholder.contracts.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenant a genuine token speaks for. Asked at every request and never cached: a tenant that is suspended, or an
 * issuer that is taken from it, is refused with the very next request.
 */
@ApplicationScoped
class TenantBinding {
    private static final String GLOBAL_ADMIN = "global-admin";
    private static final String PLATFORM_OPERATOR = "platform-operator";

    private final Issuers issuers;
    private final OperatorConfig operator;

    TenantBinding(Issuers issuers, OperatorConfig operator) {
        this.issuers = issuers;
        this.operator = operator;
    }

    /** Whether all registrations are known that there were when this process started. */
    boolean isReady() {
        return issuers.areComplete();
    }

    /** Whether anything is fetched from that issuer at all. */
    boolean isRegistered(String issuer) {
        return isOperator(issuer) || issuers.find(issuer).isPresent();
    }

    /** @throws TokenRefused when the token speaks for no tenant, or for one that is not active */
    Caller bind(VerifiedToken token) {
        if (isOperator(token.issuer())) {
            boolean isOperator = token.roles().contains(PLATFORM_OPERATOR);
            return caller(null, token, false, isOperator);
        }
        RegisteredIssuer issuer = issuers.find(token.issuer())
                .orElseThrow(() -> TokenRefused.because("The token's issuer is not registered"));
        UUID tenant = tenantOf(token, issuer);
        if (!issuer.activeTenants().contains(tenant)) {
            throw TokenRefused.because("The token's tenant is suspended");
        }
        boolean globalAdmin = token.roles().contains(GLOBAL_ADMIN);
        return caller(tenant, token, globalAdmin, false);
    }

    private static Caller caller(@Nullable UUID tenant, VerifiedToken token, boolean globalAdmin, boolean operator) {
        TokenGroups groups = token.groups();
        return new Caller(
                tenant,
                token.subject(),
                groups.ids(),
                groups.areComplete(),
                globalAdmin,
                operator,
                token.verifiedEmail());
    }

    private static UUID tenantOf(VerifiedToken token, RegisteredIssuer issuer) {
        String claimed = token.tenantClaim();
        if (claimed == null) {
            return issuer.onlyTenant()
                    .orElseThrow(
                            () -> TokenRefused.because("The token names no tenant, and its issuer serves several"));
        }
        return Ids.parse(claimed)
                .filter(issuer.allTenants()::contains)
                .orElseThrow(() -> TokenRefused.because("The token's issuer does not serve its tenant"));
    }

    private boolean isOperator(String issuer) {
        return operator.issuer().filter(issuer::equals).isPresent();
    }
}
