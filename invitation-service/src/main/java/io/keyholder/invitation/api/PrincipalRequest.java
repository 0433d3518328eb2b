package io.keyholder.invitation.api;

import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.web.PrincipalId;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.Names;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user or a security group of the partner. */
@Schema(
        name = "PrimaryAdmin",
        description = "A user or a security group of the partner. Whether it exists is not checked.")
public record PrincipalRequest(
        @Schema(
                implementation = String.class,
                enumeration = {"USER", "GROUP"})
        @NotNull
        Principal.Type type,

        @Schema(
                description = "A user's `sub`, or a group's id in the token's `groups`.",
                examples = "paula",
                minLength = 1,
                maxLength = 255)
        @NotNull
        @PrincipalId
        String id,

        @Schema(description = "The partner's tenant, which is also what is taken without it.") @Nullable
        UUID tenantId,

        @Schema(description = "For people; not verified, and not shown to the other tenant.", maxLength = 255)
        @Nullable
        @HumanName(max = 255)
        String displayName) {

    NamedPrincipal namedIn(UUID partnerId) {
        return new NamedPrincipal(partnerId, type, id, displayName == null ? null : Names.normal(displayName));
    }
}
