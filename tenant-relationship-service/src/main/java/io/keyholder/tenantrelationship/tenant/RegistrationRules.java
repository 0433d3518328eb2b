package io.keyholder.tenantrelationship.tenant;

import io.keyholder.identity.OperatorConfig;
import io.keyholder.problems.TenantProblem;
import io.keyholder.record.Limit;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a tenant can have domains and issuers: they are not another's, nor the operators', and not too many. */
@ApplicationScoped
public class RegistrationRules {
    private final TenantStore tenants;
    private final TenantConfig.Limits limits;
    private final OperatorConfig operators;

    RegistrationRules(TenantStore tenants, TenantConfig config, OperatorConfig operators) {
        this.tenants = tenants;
        this.limits = config.limits();
        this.operators = operators;
    }

    /** What keeps the tenant from having these. Nobody else takes them until the transaction ends. */
    public Optional<Refused<Tenant>> obstacle(UUID tenantId, TenantDetails details) {
        tenants.lockRegistrations();
        return operatorsIssuer(details)
                .or(() -> reached(
                        details.domains().size(), new Limit("domains", limits.domains(), "domains of a tenant")))
                .or(() -> reached(
                        details.issuers().size(), new Limit("issuers", limits.issuers(), "issuers of a tenant")))
                .or(() -> tenants.domainTakenFrom(tenantId, details.domains()).map(RegistrationRules::domainTaken))
                .or(() -> issuerTakenFrom(tenantId, details.issuers()).map(RegistrationRules::issuerTaken));
    }

    private Optional<Refused<Tenant>> operatorsIssuer(TenantDetails details) {
        return operators.issuer().filter(details.issuerNames()::contains).map(RegistrationRules::issuerTaken);
    }

    private static Optional<Refused<Tenant>> reached(int count, Limit limit) {
        return count > limit.most() ? Optional.of(limit.refusal()) : Optional.empty();
    }

    private Optional<String> issuerTakenFrom(UUID tenantId, List<Issuer> issuers) {
        List<TenantStore.Registered> others = tenants.registeredByOthers(tenantId, issuers);
        return issuers.stream()
                .filter(issuer ->
                        others.stream().anyMatch(other -> issuer.excludes(tenantId, other.issuer(), other.tenantId())))
                .map(Issuer::issuer)
                .findFirst();
    }

    private static Refused<Tenant> domainTaken(String domain) {
        return new Refused<>(TenantProblem.DOMAIN_TAKEN, "The domain " + domain + " belongs to another tenant.");
    }

    private static Refused<Tenant> issuerTaken(String issuer) {
        return new Refused<>(TenantProblem.ISSUER_TAKEN, "The issuer " + issuer + " is not free for this tenant.");
    }
}
