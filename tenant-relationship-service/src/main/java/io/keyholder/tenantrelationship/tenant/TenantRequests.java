package io.keyholder.tenantrelationship.tenant;

import io.keyholder.access.AccessState;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Violation;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Locked;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.ProblemException;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;

/** What requests about tenants go through before they change anything: who may know, decide and change. Each refusal is on record. */
@RequestScoped
public class TenantRequests {
    private final TenantStore tenants;
    private final TenantVisibility visibility;
    private final IssuerRules issuerRules;
    private final AccessState state;
    private final Changes changes;

    TenantRequests(
            TenantStore tenants,
            TenantVisibility visibility,
            IssuerRules issuerRules,
            AccessState state,
            Changes changes) {
        this.tenants = tenants;
        this.visibility = visibility;
        this.issuerRules = issuerRules;
        this.state = state;
        this.changes = changes;
    }

    /** Those of which it may know. */
    Results<Tenant> search(TenantSearch search) {
        return tenants.search(search, visibility.sight());
    }

    public String userId() {
        return visibility.userId();
    }

    /**
     * The tenant, if the caller may know of it. One that it may not know of is looked up in memory alone, as what does not
     * exist: neither takes longer.
     */
    Tenant visible(UUID id) {
        requireVisible(id);
        return tenants.find(id).orElseThrow(ProblemException::notFound);
    }

    /** For a change of what is registered: nobody else registers or changes a tenant until the transaction ends. */
    public Locked<Tenant> lockedByOperator(UUID id) {
        if (!visibility.isOperator()) {
            requireVisible(id);
        }
        requireOperator();
        return lock(id);
    }

    /** For the tenant's own decision, the same. */
    public Locked<Tenant> lockedByGlobalAdmin(UUID id) {
        requireVisible(id);
        if (!visibility.isOwnGlobalAdmin(id)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN, "Only a Global admin of the tenant decides on what is added to it.");
        }
        return lock(id);
    }

    void requireOperator() {
        if (!visibility.isOperator()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN, "Only platform operators register and change tenants.");
        }
    }

    public void requireReaderOfChanges(UUID id) {
        visible(id);
        if (!visibility.seesChangesOf(id)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "Changes are shown to platform operators, and to the tenant's own administrators.");
        }
    }

    /** @throws ProblemException {@code invalid-request} naming each issuer that cannot be one */
    public TenantDetails details(TenantRequest request) {
        List<Violation> violations = issuerRules.check(
                request.issuers().stream().map(IssuerRequest::asIssuer).toList());
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return request.asDetails();
    }

    private Locked<Tenant> lock(UUID id) {
        requireVisible(id);
        Locked<Tenant> tenant = tenants.lock(id).orElseThrow(ProblemException::notFound);
        changes.concerns(subject(id, tenant.now().name()));
        return tenant;
    }

    private void requireVisible(UUID id) {
        state.tenant(id).ifPresent(tenant -> changes.concerns(subject(id, tenant.name())));
        if (!visibility.sees(id)) {
            throw ProblemException.notFound();
        }
    }

    private static AuditSubject subject(UUID id, String name) {
        return AuditSubject.of(id, id, name);
    }
}
