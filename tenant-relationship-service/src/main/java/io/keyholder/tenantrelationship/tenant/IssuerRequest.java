package io.keyholder.tenantrelationship.tenant;

import io.keyholder.contracts.TokenReading;
import io.keyholder.identity.IssuerStatus;
import io.keyholder.identity.IssuerStatuses;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An issuer of a tenant, and how its tokens are read. */
@Schema(name = "TenantIssuer", description = "An OIDC issuer whose tokens speak for the tenant, and how they are read.")
public record IssuerRequest(
        @Schema(
                description = "The issuer, exactly as its tokens name it in `iss`.",
                examples = "https://login.aurora.example")
        @NotBlank
        @Size(max = 500)
        String issuer,

        @Schema(
                description =
                        "Whether several tenants sign in there. Each of its tokens must then say in `claims.tenant`"
                                + " which tenant it speaks for.",
                defaultValue = "false")
        @Nullable
        Boolean shared,

        @Schema(
                description =
                        "The product that issues the tokens. It says where things stand in them, and what tells an"
                                + " access token from others.",
                defaultValue = "GENERIC")
        TokenReading.@Nullable Preset preset,

        @Schema(
                description = "Of which a token must name one in `aud`. None: the platform's own alone.",
                examples = "[\"api://keyholder\"]")
        @Nullable
        @Size(max = 20)
        List<@NotNull @NotBlank @Size(max = 500) String> audiences,

        @Schema(description = "Where in the token things stand, if not where the preset says.") @Nullable @Valid
        IssuerClaims claims,

        @Schema(
                description =
                        "What the token's roles mean here, by their names there; `global-admin` is the only one that"
                                + " means anything. None: they are called as here. Where it names any, the others mean"
                                + " nothing.",
                examples = "{\"Keyholder.Admin\": \"global-admin\"}")
        @Nullable
        @Size(max = 100)
        Map<String, String> roleMapping,

        @Schema(
                description = "What became of the last attempt to fetch its documents, as far as the process knows that"
                        + " answers. `UNKNOWN` until there was one. Not in lists, and ignored in requests.",
                readOnly = true)
        @Nullable
        IssuerStatus status,

        @Schema(
                description =
                        "When it last answered that process as an issuer should. Not in lists, and ignored in requests.",
                readOnly = true)
        @Nullable
        Instant lastSeenAt) {

    /**
     * Where in a token things stand: the claim of exactly that name, else a path of names with dots between them.
     *
     * @param tenantValue what the tenant's claim says of this tenant
     */
    @Schema(
            name = "TenantIssuerClaims",
            description =
                    "Names of claims: one that is called exactly so, else a path of names with dots between them, as"
                            + " `realm_access.roles`. Absent: as the preset says.")
    public record IssuerClaims(
            @Schema(description = "Says which tenant the token speaks for.", examples = "tid")
            @Nullable
            @Size(min = 1, max = 255)
            String tenant,

            @Schema(description = "What it says there for this tenant. Absent: the tenant's id.")
            @Nullable
            @Size(min = 1, max = 255)
            String tenantValue,

            @Schema(description = "The user's id.", examples = "oid") @Nullable @Size(min = 1, max = 255)
            String user,

            @Schema(description = "The ids of the user's groups.", examples = "groups")
            @Nullable
            @Size(min = 1, max = 255)
            String groups,

            @Schema(description = "The user's roles.", examples = "realm_access.roles")
            @Nullable
            @Size(min = 1, max = 255)
            String roles,

            @Schema(description = "The user's address.", examples = "email") @Nullable @Size(min = 1, max = 255)
            String email) {}

    public static IssuerRequest of(TenantDetails.Issuer issuer) {
        TokenReading reading = issuer.reading();
        TokenReading.Claims said = reading.claims();
        return new IssuerRequest(
                issuer.issuer(),
                issuer.shared(),
                reading.preset(),
                reading.audiences().isEmpty() ? null : reading.audiences(),
                said.equals(TokenReading.Claims.NONE)
                        ? null
                        : new IssuerClaims(
                                said.tenant(),
                                said.tenantValue(),
                                said.user(),
                                said.groups(),
                                said.roles(),
                                said.email()),
                reading.roleMapping().isEmpty() ? null : reading.roleMapping(),
                null,
                null);
    }

    /** Together with what is known of how it answers. */
    IssuerRequest with(IssuerStatuses.Seen seen) {
        return new IssuerRequest(
                issuer, shared, preset, audiences, claims, roleMapping, seen.status(), seen.lastSeenAt());
    }

    TenantDetails.Issuer asIssuer() {
        return new TenantDetails.Issuer(issuer, isShared(), reading());
    }

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    TokenReading reading() {
        TokenReading.Claims said = claims == null
                ? null
                : new TokenReading.Claims(
                        claims.tenant(),
                        claims.tenantValue(),
                        claims.user(),
                        claims.groups(),
                        claims.roles(),
                        claims.email());
        return new TokenReading(preset, audiences, said, roleMapping);
    }
}
