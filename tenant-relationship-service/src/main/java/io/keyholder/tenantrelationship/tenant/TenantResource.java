package io.keyholder.tenantrelationship.tenant;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.Audited;
import io.keyholder.web.answer.Answer;
import io.keyholder.web.body.Body;
import io.keyholder.web.change.Changes;
import io.keyholder.web.list.ListParameters;
import io.keyholder.web.list.Page;
import io.keyholder.web.list.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tenants: reading them, and registering them as the platform's operators do. Changing them is {@code change}. */
@Path("/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants", description = "The organisations on the platform.")
class TenantResource {
    private final TenantCommands commands;
    private final TenantRequests requests;
    private final TenantViews views;
    private final Changes changes;
    private final Pages pages;

    TenantResource(TenantCommands commands, TenantRequests requests, TenantViews views, Changes changes, Pages pages) {
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.changes = changes;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listTenants",
            summary = "List tenants",
            description =
                    "Operators see all. Others see their own tenant, and the names, domains and status of those they"
                            + " have a relationship with; who may see invitations also of those that invite.")
    public Page<TenantView> list(@BeanParam ListParameters listing, @BeanParam TenantSearch search) {
        return pages.page(listing, requests.search(search), views::listed);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTenant", summary = "Read a tenant", description = "One that the caller may know of.")
    public Answer<TenantView> get(@PathParam("id") UUID id) {
        return Answer.of(views.refreshed(requests.visible(id)));
    }

    @POST
    @Operation(operationId = "registerTenant", summary = "Register a tenant", description = "Operators only.")
    @ResponseStatus(201)
    @Audited(category = AuditEntry.Category.TENANT, operation = AuditEntry.Operation.CREATE)
    public Answer<TenantView> register(Body<TenantRequest> body) {
        return changes.run(() -> {
            requests.requireOperator();
            return changes.once(body, request -> {
                TenantDetails details = requests.details(request);
                views.learn(details);
                Tenant tenant = changes.orThrow(commands.register(details, changes.provenance()));
                return Answer.created("/v1/tenants/" + tenant.id(), views.of(tenant));
            });
        });
    }
}
