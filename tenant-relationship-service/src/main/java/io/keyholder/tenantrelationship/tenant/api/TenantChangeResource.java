package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.record.AuditSubject;
import io.keyholder.tenantrelationship.tenant.application.DecideOnChange;
import io.keyholder.tenantrelationship.tenant.application.TenantChanges;
import io.keyholder.tenantrelationship.tenant.domain.Decision;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for a tenant's consent: its Global admin approves or rejects it, and operators may withdraw it. */
@Path("/tenants/{id}/changes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
class TenantChangeResource {
    private final TenantChanges tenantChanges;
    private final DecideOnChange decideOnChange;
    private final TenantSubjects subjects;
    private final TenantVisibility visibility;
    private final Changes changes;
    private final RequestAudit audit;
    private final Pages pages;
    private final Clock clock;

    TenantChangeResource(
            TenantChanges tenantChanges,
            DecideOnChange decideOnChange,
            TenantSubjects subjects,
            TenantVisibility visibility,
            Changes changes,
            RequestAudit audit,
            Pages pages,
            Clock clock) {
        this.tenantChanges = tenantChanges;
        this.decideOnChange = decideOnChange;
        this.subjects = subjects;
        this.visibility = visibility;
        this.changes = changes;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listTenantChanges",
            summary = "List changes that need consent",
            description = "To operators and the tenant's own administrators, the newest first, decided ones included.")
    public Page<TenantChangeView> list(
            @BeanParam ListParameters listing,
            @PathParam("id") UUID id,
            @Parameter(description = "Any of these; without it all.") @QueryParam("status") @Nullable
                    List<TenantChange.Status> status) {
        subjects.requireReaderOfChanges(id);
        TenantChanges.Filter filter = new TenantChanges.Filter(
                id, status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status), clock.instant());
        PageRequest page = pages.requested(listing);
        return pages.page(
                page,
                tenantChanges.list(filter, page.after(), page.limit() + 1),
                change -> List.of(change.requestedAt().toString(), change.id().toString()),
                () -> tenantChanges.count(filter),
                change -> TenantChangeView.of(change.at(filter.now())));
    }

    @GET
    @Path("/{changeId}")
    @Operation(
            operationId = "getTenantChange",
            summary = "Read a change that needs consent",
            description = "Also one that was decided on.")
    public Answer<TenantChangeView> get(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        subjects.requireReaderOfChanges(id);
        TenantChange change = of(id, tenantChanges.find(changeId));
        return Answer.of(TenantChangeView.of(change));
    }

    @POST
    @Path("/{changeId}/approve")
    @Operation(
            operationId = "approveTenantChange",
            summary = "Approve a change",
            description = "By a Global admin of the tenant. What was asked for is done, if it still can be.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> approve(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        return changes.run(() -> {
            Tenant tenant = subjects.lockedByGlobalAdmin(id);
            TenantChange change = of(id, tenantChanges.lock(changeId));
            return changes.once(
                    () -> answer(decideOnChange.approve(change, tenant, visibility.userId(), audit.provenance())));
        });
    }

    @POST
    @Path("/{changeId}/reject")
    @Operation(
            operationId = "rejectTenantChange",
            summary = "Reject a change",
            description = "By a Global admin of the tenant. Nothing of it is done.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> reject(
            @PathParam("id") UUID id, @PathParam("changeId") UUID changeId, Body<RejectRequest> body) {
        return changes.run(() -> {
            subjects.lockedByGlobalAdmin(id);
            TenantChange change = of(id, tenantChanges.lock(changeId));
            return changes.once(
                    body,
                    request -> answer(
                            decideOnChange.reject(change, visibility.userId(), request.spoken(), audit.provenance())));
        });
    }

    @POST
    @Path("/{changeId}/withdraw")
    @Operation(
            operationId = "withdrawTenantChange",
            summary = "Withdraw a change",
            description = "By an operator, who no longer wants it.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> withdraw(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        return changes.run(() -> {
            subjects.lockedByOperator(id);
            TenantChange change = of(id, tenantChanges.lock(changeId));
            return changes.once(() -> answer(decideOnChange.withdraw(change, visibility.userId(), audit.provenance())));
        });
    }

    /** The tenant's own, as it is now. */
    private TenantChange of(UUID tenantId, Optional<TenantChange> found) {
        TenantChange change = found.filter(one -> one.tenantId().equals(tenantId))
                .orElseThrow(ProblemException::notFound)
                .at(clock.instant());
        audit.concerns(new AuditSubject(
                tenantId, null, change.id().toString(), change.additions().summary()));
        return change;
    }

    private Answer<TenantChangeView> answer(Decision decision) {
        return switch (decision) {
            case Decision.Done done -> Answer.of(TenantChangeView.of(done.change()));
            case Decision.Outdated outdated ->
                changes.refused(TenantProblems.notPending(outdated.change().status()));
            case Decision.NotPending ended -> throw TenantProblems.notPending(ended.status());
            case Decision.Refused refused -> throw TenantProblems.of(refused.because());
        };
    }
}
