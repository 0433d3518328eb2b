package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as it is answered. Of another tenant its high-level metadata alone. */
@Schema(name = "Tenant", description = "A tenant. Of another tenant its high-level metadata alone.")
public record TenantView(
        UUID id,
        String name,
        List<String> domains,
        TenantDetails.Status status,

        @Schema(description = "One's own tenant and operators only.") @Nullable
        Boolean partnerEligible,

        @Schema(description = "One's own tenant and operators only.") @Nullable
        List<IssuerRequest> issuers,

        @Schema(description = "One's own tenant and operators only.") @Nullable
        Instant createdAt) {

    static TenantView whole(Tenant tenant) {
        TenantRequest request = TenantRequest.of(tenant);
        return new TenantView(
                tenant.id(),
                tenant.name(),
                tenant.domains(),
                tenant.details().status(),
                tenant.details().partnerEligible(),
                request.issuers(),
                tenant.createdAt());
    }

    static TenantView metadata(Tenant tenant) {
        return new TenantView(
                tenant.id(), tenant.name(), tenant.domains(), tenant.details().status(), null, null, null);
    }
}
