package io.keyholder.tenantrelationship.change;

import io.keyholder.tenantrelationship.change.model.Additions;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.tenantrelationship.tenant.IssuerRequest;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change that waits for a tenant's consent, or did. */
@Schema(
        name = "TenantChange",
        description = "What an operator adds to a tenant, which its Global admin has to agree to.")
public record TenantChangeView(
        UUID id,

        @Expandable(as = "tenant", kind = TenantNames.TENANT)
        UUID tenantId,

        TenantChange.Status status,
        Domains domains,
        Issuers issuers,
        Instant requestedAt,
        @Schema(description = "The operator.") User requestedBy,

        @Schema(description = "Until when it can be decided on.")
        Instant expiresAt,

        @Schema(description = "When it was approved, rejected, withdrawn or found outdated.") @Nullable
        Instant decidedAt,

        @Schema(description = "The Global admin, or the operator who withdrew it.") @Nullable
        User decidedBy,

        @Schema(description = "Why it was rejected, if that was said.") @Nullable
        String reason,

        @Schema(description = "When it was requested.") Instant createdAt,

        @Schema(description = "When it was requested or, by now, decided on or expired.")
        Instant updatedAt,

        Version version)
        implements Versioned {

    /** Who asked or decided. */
    @Schema(name = "TenantChangeUser", description = "A user, by the `sub` of its tokens.")
    public record User(String userId) {}

    /** What the domains gain and lose. */
    @Schema(name = "TenantChangeDomains", description = "Domains that are added, and removed with that.")
    public record Domains(List<String> added, List<String> removed) {}

    /** What the issuers gain and lose. */
    @Schema(
            name = "TenantChangeIssuers",
            description = "Issuers that are added, and removed with that. One that is read in another way is both.")
    public record Issuers(List<IssuerRequest> added, List<IssuerRequest> removed) {}

    /** @param change as it is now */
    static TenantChangeView of(TenantChange change) {
        Additions additions = change.additions();
        TenantChange.Verdict verdict = change.verdict();
        return new TenantChangeView(
                change.id(),
                change.tenantId(),
                change.status(),
                new Domains(additions.domains().added(), additions.domains().removed()),
                new Issuers(
                        issuers(additions.issuers().added()),
                        issuers(additions.issuers().removed())),
                change.requestedAt(),
                new User(change.requestedBy()),
                change.expiresAt(),
                verdict.at().orElse(null),
                verdict.by().map(User::new).orElse(null),
                verdict.reason().orElse(null),
                change.requestedAt(),
                change.updatedAt(),
                Version.of(change.id(), change.version()));
    }

    static String location(TenantChange change) {
        return "/v1/tenants/" + change.tenantId() + "/changes/" + change.id();
    }

    private static List<IssuerRequest> issuers(List<TenantDetails.Issuer> issuers) {
        return issuers.stream().map(IssuerRequest::of).toList();
    }
}
