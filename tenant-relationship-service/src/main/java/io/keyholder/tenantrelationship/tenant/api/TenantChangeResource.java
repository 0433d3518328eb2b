package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.tenantrelationship.tenant.application.DecideOnChange;
import io.keyholder.tenantrelationship.tenant.application.TenantChanges;
import io.keyholder.tenantrelationship.tenant.domain.Decision;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.AuditSubject;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Answer;
import io.keyholder.web.change.Changes;
import io.keyholder.web.change.ETags;
import io.keyholder.web.change.Versions;
import io.keyholder.web.list.Listing;
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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private final ETags etags;
    private final Versions versions;
    private final RequestAudit audit;
    private final Pages pages;
    private final Clock clock;

    TenantChangeResource(
            TenantChanges tenantChanges,
            DecideOnChange decideOnChange,
            TenantSubjects subjects,
            TenantVisibility visibility,
            Changes changes,
            ETags etags,
            Versions versions,
            RequestAudit audit,
            Pages pages,
            Clock clock) {
        this.tenantChanges = tenantChanges;
        this.decideOnChange = decideOnChange;
        this.subjects = subjects;
        this.visibility = visibility;
        this.changes = changes;
        this.etags = etags;
        this.versions = versions;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listTenantChanges",
            summary = "List changes that need consent",
            description = "To operators and the tenant's own administrators, the newest first, decided ones included.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes.",
            content = @Content(schema = @Schema(implementation = TenantChangePage.class)))
    public Response list(
            @BeanParam Listing listing,
            @PathParam("id") UUID id,
            @Parameter(description = "Any of these; without it all.") @QueryParam("status") @Nullable
                    List<TenantChange.Status> status) {
        subjects.requireReaderOfChanges(id);
        TenantChanges.Filter filter = new TenantChanges.Filter(
                id, status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status), clock.instant());
        PageRequest page = pages.requested(listing);
        return pages.answer(
                page,
                tenantChanges.list(filter, page.after(), page.limit() + 1),
                change -> List.of(change.requestedAt().toString(), change.id().toString()),
                () -> tenantChanges.count(filter),
                change -> TenantChangeView.of(change.at(filter.now()), versions));
    }

    @GET
    @Path("/{changeId}")
    @Operation(
            operationId = "getTenantChange",
            summary = "Read a change that needs consent",
            description = "Also one that was decided on.")
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = TenantChangeView.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        subjects.requireReaderOfChanges(id);
        TenantChange change = of(id, tenantChanges.find(changeId));
        return etags.answer(TenantChangeView.of(change, versions));
    }

    @POST
    @Path("/{changeId}/approve")
    @Operation(
            operationId = "approveTenantChange",
            summary = "Approve a change",
            description = "By a Global admin of the tenant. What was asked for is done, if it still can be.")
    @APIResponse(
            responseCode = "200",
            description = "Approved, and done.",
            content = @Content(schema = @Schema(implementation = TenantChangeView.class)))
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Response approve(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
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
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content = @Content(schema = @Schema(implementation = TenantChangeView.class)))
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Response reject(
            @PathParam("id") UUID id,
            @PathParam("changeId") UUID changeId,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RejectRequest.class)))
                    Body<RejectRequest> body) {
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
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = TenantChangeView.class)))
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Response withdraw(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
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

    private Answer answer(Decision decision) {
        return switch (decision) {
            case Decision.Done done -> Answer.done(TenantChangeView.of(done.change(), versions));
            case Decision.Outdated outdated ->
                changes.refused(TenantProblems.notPending(outdated.change().status()));
            case Decision.NotPending ended -> throw TenantProblems.notPending(ended.status());
            case Decision.Refused refused -> throw TenantProblems.of(refused.because());
        };
    }

    /** How a page is described in the reference. */
    @Schema(name = "TenantChangePage")
    record TenantChangePage(
            List<TenantChangeView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
