package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.identity.IssuerStatuses;
import io.keyholder.tenantrelationship.tenant.application.RegisterTenant;
import io.keyholder.tenantrelationship.tenant.application.TenantFilter;
import io.keyholder.tenantrelationship.tenant.application.Tenants;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import io.keyholder.web.Audited;
import io.keyholder.web.Body;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.PageRequest;
import io.keyholder.web.list.Pages;
import io.keyholder.web.list.Sort;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Tenants. Registering and changing them is the platform operators'. */
@Path("/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants", description = "The organisations on the platform.")
class TenantResource {
    private final Tenants tenants;
    private final RegisterTenant registerTenant;
    private final TenantSubjects subjects;
    private final TenantVisibility visibility;
    private final IssuerRules issuerRules;
    private final IssuerStatuses statuses;
    private final Changes changes;
    private final RequestAudit audit;
    private final Pages pages;

    TenantResource(
            Tenants tenants,
            RegisterTenant registerTenant,
            TenantSubjects subjects,
            TenantVisibility visibility,
            IssuerRules issuerRules,
            IssuerStatuses statuses,
            Changes changes,
            RequestAudit audit,
            Pages pages) {
        this.tenants = tenants;
        this.registerTenant = registerTenant;
        this.subjects = subjects;
        this.visibility = visibility;
        this.issuerRules = issuerRules;
        this.statuses = statuses;
        this.changes = changes;
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
    public Page<TenantView> list(
            @BeanParam ListParameters listing,
            @QueryParam("status") @Nullable List<TenantDetails.Status> status,
            @QueryParam("q") @Nullable String q,
            @Parameter(description = "These alone.") @QueryParam("ids") @Nullable List<UUID> ids,
            @Parameter(description = "Changed then or later.") @QueryParam("updatedSince") @Nullable
                    Instant updatedSince,
            @Parameter(description = "`name` or `createdAt`, or with - before it.") @QueryParam("sort") @Nullable
                    String sort) {
        TenantFilter filter = new TenantFilter(
                visibility.visible(),
                status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status),
                Optional.ofNullable(q),
                ids == null ? Set.of() : Set.copyOf(ids),
                Optional.ofNullable(updatedSince),
                Sort.parse(sort, TenantFilter.SORTED_BY));
        PageRequest page = pages.requested(listing);
        return pages.page(
                page,
                tenants.list(filter, page.after(), page.limit() + 1),
                tenant -> List.of(
                        filter.sort().field().equals("name")
                                ? Names.key(tenant.name())
                                : tenant.createdAt().toString(),
                        tenant.id().toString()),
                () -> tenants.count(filter),
                this::listed);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTenant", summary = "Read a tenant", description = "One that the caller may know of.")
    public Answer<TenantView> get(@PathParam("id") UUID id) {
        Tenant tenant = subjects.visible(id);
        if (showsAll(tenant)) {
            statuses.refresh(issuersOf(tenant.details()));
        }
        return Answer.of(view(tenant));
    }

    @POST
    @Operation(operationId = "registerTenant", summary = "Register a tenant", description = "Operators only.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.TENANT, operation = AuditEntry.Operation.CREATE)
    public Answer<TenantView> register(Body<TenantRequest> body) {
        return changes.run(() -> {
            subjects.requireOperator();
            return changes.once(body, request -> {
                issuerRules.check(request.issuers());
                TenantDetails details = request.asDetails();
                statuses.learn(issuersOf(details));
                return answer(
                        registerTenant.register(details, audit.provenance()),
                        this::created,
                        TenantResource::nobodyAsked);
            });
        });
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
            Tenant present = subjects.lockedByOperator(id);
            TenantRequest request = body.patch(TenantRequest.of(present));
            issuerRules.check(request.issuers());
            changes.requireMatch(view(present));
            TenantDetails details = request.asDetails();
            // Nobody waits for an answer here: other registrations wait for this one.
            statuses.refresh(issuersOf(details));
            return answer(
                    registerTenant.change(present, details, visibility.userId(), audit.provenance()),
                    tenant -> Answer.<Versioned>of(view(tenant)),
                    TenantResource::waiting);
        });
    }

    private Answer<TenantView> created(Tenant tenant) {
        return Answer.created("/v1/tenants/" + tenant.id(), view(tenant));
    }

    private static <T> Answer<T> answer(
            Registration outcome, Function<Tenant, Answer<T>> done, Function<TenantChange, Answer<T>> waiting) {
        return switch (outcome) {
            case Registration.Registered registered -> done.apply(registered.tenant());
            case Registration.ConsentNeeded needed -> waiting.apply(needed.change());
            case Registration.DomainTaken taken -> throw TenantProblems.of(taken);
            case Registration.IssuerTaken taken -> throw TenantProblems.of(taken);
            case Registration.LimitReached limit -> throw TenantProblems.of(limit);
        };
    }

    private static Answer<TenantView> nobodyAsked(TenantChange change) {
        throw new IllegalStateException("A tenant that is being registered has nobody who could consent");
    }

    private static Answer<Versioned> waiting(TenantChange change) {
        return Answer.accepted(TenantChangeView.location(change), TenantChangeView.of(change));
    }

    private TenantView view(Tenant tenant) {
        return showsAll(tenant) ? TenantView.whole(tenant, statuses) : TenantView.metadata(tenant);
    }

    private TenantView listed(Tenant tenant) {
        return showsAll(tenant) ? TenantView.whole(tenant) : TenantView.metadata(tenant);
    }

    private boolean showsAll(Tenant tenant) {
        return visibility.isOperator() || visibility.isOwn(tenant.id());
    }

    private static List<String> issuersOf(TenantDetails details) {
        return details.issuers().stream().map(TenantDetails.Issuer::issuer).toList();
    }
}
