package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.problems.ProblemType;
import io.keyholder.tenantrelationship.tenant.application.RegisterTenant;
import io.keyholder.tenantrelationship.tenant.application.TenantFilter;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
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
import io.keyholder.web.text.Names;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants. Registering and changing them is the platform operators'. */
@Path("/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants", description = "The organisations on the platform.")
class TenantResource {
    private final Tenants tenants;
    private final RegisterTenant registerTenant;
    private final TenantVisibility visibility;
    private final IssuerRules issuerRules;
    private final Changes changes;
    private final Versions versions;
    private final ETags etags;
    private final RequestAudit audit;
    private final Pages pages;

    TenantResource(
            Tenants tenants,
            RegisterTenant registerTenant,
            TenantVisibility visibility,
            IssuerRules issuerRules,
            Changes changes,
            Versions versions,
            ETags etags,
            RequestAudit audit,
            Pages pages) {
        this.tenants = tenants;
        this.registerTenant = registerTenant;
        this.visibility = visibility;
        this.issuerRules = issuerRules;
        this.changes = changes;
        this.versions = versions;
        this.etags = etags;
        this.audit = audit;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listTenants",
            summary = "List tenants",
            description =
                    "Operators see all. Others see their own tenant, and the names, domains and status of those they"
                            + " have a relationship with; who may see invitations also of those that invite.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tenants, by name.",
            content = @Content(schema = @Schema(implementation = TenantPage.class)))
    public Response list(
            @BeanParam Listing listing,
            @QueryParam("status") @Nullable List<TenantDetails.Status> status,
            @QueryParam("q") @Nullable String q) {
        TenantFilter filter = new TenantFilter(
                visibility.visible(),
                status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status),
                Optional.ofNullable(q));
        PageRequest page = pages.requested(listing);
        return pages.answer(
                page,
                tenants.list(filter, page.after(), page.limit() + 1),
                tenant -> List.of(Names.key(tenant.name()), tenant.id().toString()),
                () -> tenants.count(filter),
                this::view);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTenant", summary = "Read a tenant", description = "One that the caller may know of.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant.",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    public Response get(@PathParam("id") UUID id) {
        Tenant tenant = visible(id);
        return etags.answer(view(tenant));
    }

    @POST
    @Operation(operationId = "registerTenant", summary = "Register a tenant", description = "Operators only.")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Audited(category = AuditEntry.Category.TENANT, operation = AuditEntry.Operation.CREATE)
    public Response register(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TenantRequest.class)))
                    Body<TenantRequest> body) {
        return changes.run(() -> {
            requireOperator();
            return changes.once(body, request -> {
                issuerRules.check(request.issuers());
                return answer(registerTenant.register(request.asDetails(), audit.provenance()), this::created);
            });
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @Operation(
            operationId = "changeTenant",
            summary = "Change a tenant",
            description = "Operators only. A suspended tenant's tokens are refused.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @Audited(category = AuditEntry.Category.TENANT, operation = AuditEntry.Operation.UPDATE)
    public Response change(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = TenantRequest.class)))
                    Body<TenantRequest> body) {
        return changes.run(() -> {
            tenants.lockRegistrations();
            Tenant present = visible(id);
            requireOperator();
            TenantRequest request = body.patch(TenantRequest.of(present));
            issuerRules.check(request.issuers());
            etags.requireMatch(view(present));
            return answer(
                    registerTenant.change(present, request.asDetails(), audit.provenance()),
                    tenant -> Answer.done(view(tenant)));
        });
    }

    /** Found and visible to the caller; the refusal else stands in the log of the tenant that it is about. */
    private Tenant visible(UUID id) {
        Optional<Tenant> found = tenants.find(id);
        found.ifPresent(t -> audit.concerns(new AuditSubject(t.id(), null, t.id().toString(), t.name())));
        Optional<Set<UUID>> visible = visibility.visible();
        return found.filter(t -> visible.map(ids -> ids.contains(t.id())).orElse(true))
                .orElseThrow(ProblemException::notFound);
    }

    private void requireOperator() {
        if (!visibility.isOperator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "Only platform operators register and change tenants.");
        }
    }

    private Answer created(Tenant tenant) {
        return Answer.created("/v1/tenants/" + tenant.id(), view(tenant));
    }

    private static Answer answer(Registration outcome, Function<Tenant, Answer> done) {
        return switch (outcome) {
            case Registration.Registered registered -> done.apply(registered.tenant());
            case Registration.DomainTaken taken ->
                throw ProblemException.of(
                        ProblemType.DOMAIN_TAKEN, "The domain " + taken.domain() + " belongs to another tenant.");
            case Registration.IssuerTaken taken -> throw IssuerRules.taken(taken.issuer());
        };
    }

    private TenantView view(Tenant tenant) {
        return visibility.isOperator() || visibility.isOwn(tenant.id())
                ? TenantView.whole(tenant, versions)
                : TenantView.metadata(tenant, versions);
    }

    /** How a page is described in the reference. */
    @Schema(name = "TenantPage")
    record TenantPage(
            List<TenantView> items,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
