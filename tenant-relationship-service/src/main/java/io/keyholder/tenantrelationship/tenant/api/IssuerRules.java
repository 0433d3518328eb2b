package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.identity.Backchannel;
import io.keyholder.identity.IdentityConfig;
import io.keyholder.identity.OperatorConfig;
import io.keyholder.problems.TenantProblem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
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
    private final OperatorConfig operators;

    IssuerRules(IdentityConfig identity, Backchannel backchannel, OperatorConfig operators) {
        this.identity = identity;
        this.backchannel = backchannel;
        this.operators = operators;
    }

    /** @throws ProblemException {@code invalid-request} naming each issuer that cannot be one, {@code issuer-taken} */
    void check(List<IssuerRequest> issuers) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < issuers.size(); i++) {
            IssuerRequest issuer = issuers.get(i);
            String path = "issuers[" + i + "]";
            if (!isAcceptable(issuer.issuer())) {
                violations.add(new Violation(path + ".issuer", ViolationCode.MALFORMED, rule()));
            }
            if (isNamedOtherwise(issuer, issuers.subList(0, i))) {
                violations.add(new Violation(path + ".issuer", ViolationCode.DUPLICATE, "is named twice"));
            }
            violations.addAll(ReadingRules.check(issuer, path));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        issuers.stream()
                .map(IssuerRequest::issuer)
                .filter(issuer -> operators.issuer().filter(issuer::equals).isPresent())
                .findFirst()
                .ifPresent(operatorIssuer -> {
                    throw taken(operatorIssuer);
                });
    }

    /** The same twice is once. */
    private static boolean isNamedOtherwise(IssuerRequest issuer, List<IssuerRequest> earlier) {
        return earlier.stream()
                .anyMatch(other -> other.issuer().equals(issuer.issuer())
                        && !other.asIssuer().equals(issuer.asIssuer()));
    }

    static ProblemException taken(String issuer) {
        return ProblemException.of(
                TenantProblem.ISSUER_TAKEN, "The issuer " + issuer + " is not free for this tenant.");
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
