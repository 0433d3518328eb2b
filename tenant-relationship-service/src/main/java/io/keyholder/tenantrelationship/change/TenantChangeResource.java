package io.keyholder.tenantrelationship.change;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.record.Locked;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.change.model.Decision;
import io.keyholder.tenantrelationship.change.model.Requested;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.tenantrelationship.tenant.TenantRequest;
import io.keyholder.tenantrelationship.tenant.TenantRequests;
import io.keyholder.tenantrelationship.tenant.TenantView;
import io.keyholder.tenantrelationship.tenant.TenantViews;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.Audited;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changing tenants, and what of it waits for consent: a Global admin approves or rejects it, and operators may withdraw it. */
@Path("/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
class TenantChangeResource {
    private final TenantChangeStore tenantChanges;
    private final TenantChangeCommands commands;
    private final ConsentCommands consent;
    private final TenantRequests requests;
    private final TenantViews tenantViews;
    private final Changes changes;
    private final Pages pages;

    TenantChangeResource(
            TenantChangeStore tenantChanges,
            TenantChangeCommands commands,
            ConsentCommands consent,
            TenantRequests requests,
            TenantViews tenantViews,
            Changes changes,
            Pages pages) {
        this.tenantChanges = tenantChanges;
        this.commands = commands;
        this.consent = consent;
        this.requests = requests;
        this.tenantViews = tenantViews;
        this.changes = changes;
        this.pages = pages;
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeTenant",
            summary = "Change a tenant",
            description =
                    "Operators only. A suspended tenant's tokens are refused. Issuers and domains that are added to a"
                            + " tenant whose Global admin has signed in wait for that tenant's consent (202); whatever"
                            + " else is asked for is done at once. What a list loses goes with what it gains.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @APIResponse(
            responseCode = "202",
            description = "What is added waits for the consent of a Global admin of the tenant.",
            content = @Content(schema = @Schema(implementation = TenantChangeView.class)))
    @Audited(category = AuditEntry.Category.TENANT, operation = AuditEntry.Operation.UPDATE)
    public Answer<Versioned> change(@PathParam("id") UUID id, Body<TenantRequest> body) {
        return changes.run(() -> {
            Locked<Tenant> tenant = requests.lockedByOperator(id);
            TenantDetails details = requests.details(body.patch(TenantRequest.of(tenant.now())));
            changes.requireMatch(tenantViews.of(tenant.now()));
            tenantViews.refresh(details);
            return answer(commands.change(tenant, details, requests.userId(), changes.provenance()));
        });
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listTenantChanges",
            summary = "List changes that need consent",
            description = "To operators and the tenant's own administrators, the newest first, decided ones included.")
    public Page<TenantChangeView> list(
            @BeanParam ListParameters listing, @PathParam("id") UUID id, @BeanParam TenantChangeSearch search) {
        requests.requireReaderOfChanges(id);
        return pages.page(listing, tenantChanges.search(id, search), TenantChangeView::of);
    }

    @GET
    @Path("/{id}/changes/{changeId}")
    @Operation(
            operationId = "getTenantChange",
            summary = "Read a change that needs consent",
            description = "Also one that was decided on.")
    public Answer<TenantChangeView> get(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        requests.requireReaderOfChanges(id);
        return Answer.of(TenantChangeView.of(tenantChanges.find(id, changeId).orElseThrow(ProblemException::notFound)));
    }

    @POST
    @Path("/{id}/changes/{changeId}/approve")
    @Operation(
            operationId = "approveTenantChange",
            summary = "Approve a change",
            description = "By a Global admin of the tenant. What was asked for is done, if it still can be.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> approve(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        return changes.run(() -> {
            Locked<Tenant> tenant = requests.lockedByGlobalAdmin(id);
            Locked<TenantChange> change = locked(id, changeId);
            return changes.once(() -> answer(consent.approve(change, tenant, requests.userId(), changes.provenance())));
        });
    }

    @POST
    @Path("/{id}/changes/{changeId}/reject")
    @Operation(
            operationId = "rejectTenantChange",
            summary = "Reject a change",
            description = "By a Global admin of the tenant. Nothing of it is done.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> reject(
            @PathParam("id") UUID id, @PathParam("changeId") UUID changeId, Body<RejectRequest> body) {
        return changes.run(() -> {
            requests.lockedByGlobalAdmin(id);
            Locked<TenantChange> change = locked(id, changeId);
            return changes.once(
                    body,
                    request ->
                            answer(consent.reject(change, requests.userId(), request.spoken(), changes.provenance())));
        });
    }

    @POST
    @Path("/{id}/changes/{changeId}/withdraw")
    @Operation(
            operationId = "withdrawTenantChange",
            summary = "Withdraw a change",
            description = "By an operator, who no longer wants it.")
    @Audited(category = AuditEntry.Category.APPROVAL, operation = AuditEntry.Operation.UPDATE)
    public Answer<TenantChangeView> withdraw(@PathParam("id") UUID id, @PathParam("changeId") UUID changeId) {
        return changes.run(() -> {
            requests.lockedByOperator(id);
            Locked<TenantChange> change = locked(id, changeId);
            return changes.once(() -> answer(consent.withdraw(change, requests.userId(), changes.provenance())));
        });
    }

    /** One of the tenant's. */
    private Locked<TenantChange> locked(UUID id, UUID changeId) {
        Locked<TenantChange> change = tenantChanges.lock(id, changeId).orElseThrow(ProblemException::notFound);
        changes.concerns(TenantChangeCommands.subject(change.now()));
        return change;
    }

    private Answer<Versioned> answer(Requested requested) {
        return switch (requested) {
            case Requested.AtOnce atOnce -> Answer.of(tenantViews.of(changes.orThrow(atOnce.outcome())));
            case Requested.Waiting waiting ->
                Answer.accepted(TenantChangeView.location(waiting.change()), TenantChangeView.of(waiting.change()));
        };
    }

    private Answer<TenantChangeView> answer(Decision decision) {
        return switch (decision) {
            case Decision.Made made -> Answer.of(TenantChangeView.of(made.change()));
            case Decision.Outdated outdated ->
                changes.refused(problem(outdated.change().notPending()));
            case Decision.Impossible impossible -> throw problem(impossible.because());
        };
    }

    private static ProblemException problem(Refused<?> refused) {
        return ProblemException.of(refused.type(), refused.detail());
    }
}
