package io.keyholder.tenantrelationship.tenant;

import io.keyholder.identity.Backchannel;
import io.keyholder.identity.IdentityConfig;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.tenantrelationship.tenant.model.ReadingRules;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which issuers can be registered at all: https, or, where configuration allows it, http on this machine, or one's own over
 * the backchannel.
 */
@ApplicationScoped
class IssuerRules {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final IdentityConfig identity;
    private final Backchannel backchannel;

    IssuerRules(IdentityConfig identity, Backchannel backchannel) {
        this.identity = identity;
        this.backchannel = backchannel;
    }

    /** @param issuers in the order in which the body names them */
    List<Violation> check(List<Issuer> issuers) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < issuers.size(); i++) {
            Issuer issuer = issuers.get(i);
            String path = "issuers[" + i + "]";
            if (!isAcceptable(issuer.issuer())) {
                violations.add(new Violation(path + ".issuer", ViolationCode.MALFORMED, rule()));
            }
            if (isNamedOtherwise(issuer, issuers.subList(0, i))) {
                violations.add(new Violation(path + ".issuer", ViolationCode.DUPLICATE, "is named twice"));
            }
            ReadingRules.check(issuer, path).forEach(violations::add);
        }
        return violations;
    }

    /** The same twice is once. */
    private static boolean isNamedOtherwise(Issuer issuer, List<Issuer> earlier) {
        return earlier.stream().anyMatch(other -> other.issuer().equals(issuer.issuer()) && !other.equals(issuer));
    }

    private boolean isAcceptable(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean plain = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            boolean loopback = identity.allowLoopbackIssuers()
                    && "http".equals(uri.getScheme())
                    && LOOPBACK.contains(String.valueOf(uri.getHost()));
            return plain && ("https".equals(uri.getScheme()) || loopback || backchannel.serves(issuer));
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private String rule() {
        return identity.allowLoopbackIssuers()
                ? "must be an https URL without query and fragment, or http on this machine"
                : "must be an https URL without query and fragment";
    }
}
