package io.keyholder.tenantrelationship.tenant;

import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.text.Domain;
import io.keyholder.web.text.DomainName;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator registers of a tenant, and may change. */
@Schema(name = "TenantRequest", description = "What an operator registers of a tenant, and may change.")
public record TenantRequest(
        @Schema(maxLength = 200, examples = "Aurora") @NotNull @HumanName(max = 200)
        String name,

        @Schema(
                description = "Verified domains, in any spelling. Each belongs to one tenant.",
                examples = "[\"aurora.example\"]")
        @NotEmpty
        @Size(max = TenantConfig.Limits.MOST_DOMAINS)
        List<@NotNull @DomainName String> domains,

        @Schema(description = "The OIDC issuers whose tokens speak for the tenant.")
        @NotNull
        @Size(max = TenantConfig.Limits.MOST_ISSUERS)
        List<@NotNull @Valid IssuerRequest> issuers,

        @Schema(description = "Whether customers may invite it as a partner.", defaultValue = "false") @Nullable
        Boolean partnerEligible,

        @Schema(description = "Tokens of a suspended tenant are refused.", defaultValue = "ACTIVE")
        TenantDetails.@Nullable Status status) {

    public static TenantRequest of(Tenant tenant) {
        TenantDetails details = tenant.details();
        return new TenantRequest(
                details.name(),
                details.domains(),
                details.issuers().stream().map(IssuerRequest::of).toList(),
                details.partnerEligible(),
                details.status());
    }

    TenantDetails asDetails() {
        return new TenantDetails(
                Names.normal(name),
                domains.stream()
                        .map(d -> Domain.parse(d).orElseThrow().name())
                        .distinct()
                        .sorted()
                        .toList(),
                issuers.stream().map(IssuerRequest::asIssuer).distinct().toList(),
                Boolean.TRUE.equals(partnerEligible),
                status == null ? TenantDetails.Status.ACTIVE : status);
    }
}
