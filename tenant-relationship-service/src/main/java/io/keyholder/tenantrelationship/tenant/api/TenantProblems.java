package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.TenantProblem;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.web.ProblemException;

/** What was expected to be refused of tenants, as problems. */
final class TenantProblems {
    private TenantProblems() {}

    static ProblemException of(Registration refusal) {
        return switch (refusal) {
            case Registration.DomainTaken taken ->
                ProblemException.of(
                        TenantProblem.DOMAIN_TAKEN, "The domain " + taken.domain() + " belongs to another tenant.");
            case Registration.IssuerTaken taken -> IssuerRules.taken(taken.issuer());
            case Registration.LimitReached limit ->
                ProblemException.of(
                        CommonProblem.LIMIT_REACHED,
                        "The limit of " + limit.what() + " is reached: " + limit.most() + ".");
            case Registration.Registered done -> throw new IllegalStateException("It was done");
            case Registration.ConsentNeeded waiting -> throw new IllegalStateException("It was done, or waits");
        };
    }

    static ProblemException notPending(TenantChange.Status status) {
        return ProblemException.of(TenantProblem.CHANGE_NOT_PENDING, "The change is " + status + ", not PENDING.");
    }
}
