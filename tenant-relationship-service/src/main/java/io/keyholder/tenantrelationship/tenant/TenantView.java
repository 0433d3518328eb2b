package io.keyholder.tenantrelationship.tenant;

import io.keyholder.identity.IssuerStatuses;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
        Instant createdAt,

        @Schema(description = "When it last changed. One's own tenant and operators only.") @Nullable
        Instant updatedAt,

        Version version)
        implements Versioned {

    /** With what is known of how each issuer answers, which changes by itself. */
    static TenantView whole(Tenant tenant, IssuerStatuses statuses) {
        return whole(tenant, issuer -> issuer.with(statuses.of(issuer.issuer())));
    }

    /** As it is stored, for lists. */
    static TenantView whole(Tenant tenant) {
        return whole(tenant, UnaryOperator.identity());
    }

    private static TenantView whole(Tenant tenant, UnaryOperator<IssuerRequest> shown) {
        TenantRequest request = TenantRequest.of(tenant);
        return new TenantView(
                tenant.id(),
                tenant.name(),
                tenant.domains(),
                tenant.details().status(),
                tenant.details().partnerEligible(),
                request.issuers().stream().map(shown).toList(),
                tenant.createdAt(),
                tenant.updatedAt(),
                Version.of(tenant.id(), tenant.version()));
    }

    static TenantView metadata(Tenant tenant) {
        TenantDetails.Status status = tenant.details().status();
        return new TenantView(
                tenant.id(),
                tenant.name(),
                tenant.domains(),
                status,
                null,
                null,
                null,
                null,
                Version.ofPart(tenant.id(), tenant.name(), tenant.domains(), status));
    }
}
