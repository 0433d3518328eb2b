package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.access.AccessState;
import io.keyholder.problems.CommonProblem;
import io.keyholder.record.AuditSubject;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The tenant that a request is about, and what the caller may do to it. */
@RequestScoped
class TenantSubjects {
    private final Tenants tenants;
    private final TenantVisibility visibility;
    private final AccessState state;
    private final RequestAudit audit;

    TenantSubjects(Tenants tenants, TenantVisibility visibility, AccessState state, RequestAudit audit) {
        this.tenants = tenants;
        this.visibility = visibility;
        this.state = state;
        this.audit = audit;
    }

    /**
     * The tenant, if the caller may know of it. One that it may not know of is looked up in memory alone, as what does not
     * exist: neither takes longer.
     */
    Tenant visible(UUID id) {
        requireVisible(id);
        Tenant tenant = tenants.find(id).orElseThrow(ProblemException::notFound);
        audit.concerns(new AuditSubject(id, null, id.toString(), tenant.name()));
        return tenant;
    }

    /** For a change of what is registered: nobody else registers or changes a tenant until the transaction ends. */
    Tenant lockedByOperator(UUID id) {
        if (!visibility.isOperator()) {
            requireVisible(id);
        }
        requireOperator();
        tenants.lockRegistrations();
        return visible(id);
    }

    /** For the tenant's own decision, the same. */
    Tenant lockedByGlobalAdmin(UUID id) {
        requireVisible(id);
        if (!visibility.isOwnGlobalAdmin(id)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN, "Only a Global admin of the tenant decides on what is added to it.");
        }
        tenants.lockRegistrations();
        return visible(id);
    }

    void requireOperator() {
        if (!visibility.isOperator()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN, "Only platform operators register and change tenants.");
        }
    }

    void requireReaderOfChanges(UUID id) {
        visible(id);
        if (!visibility.seesChangesOf(id)) {
            throw ProblemException.of(
                    CommonProblem.FORBIDDEN,
                    "Changes are shown to platform operators, and to the tenant's own administrators.");
        }
    }

    private void requireVisible(UUID id) {
        state.tenant(id).ifPresent(t -> audit.concerns(new AuditSubject(id, null, id.toString(), t.name())));
        if (!visibility.sees(id)) {
            throw ProblemException.notFound();
        }
    }
}
