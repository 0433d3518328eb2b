package io.keyholder.rbac.decision;

import io.keyholder.contracts.Principal;
import io.keyholder.web.PrincipalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question: may this principal do that for this customer? */
@Schema(name = "AccessCheckRequest", description = "May this principal do that for this customer?")
record CheckRequest(
        @Schema(description = "Whom it is about. Absent: the caller.") @Nullable @Valid
        CheckedPrincipal principal,

        @Schema(description = "The groups to decide with. Absent: of the caller those of the token, of others none.")
        @Nullable
        @Size(max = 1000)
        List<@NotNull @PrincipalId String> groups,

        @Schema(description = "By name.", examples = "rooms:view") @NotNull
        String permission,

        @Schema(description = "Whose rooms: one's own tenant, or a customer of it.") @NotNull
        UUID customerId,

        @Schema(description = "In this room. Absent: at all.") @Nullable
        UUID roomId) {

    /** Whom a check is about. */
    @Schema(name = "CheckedPrincipal", description = "Whom a check is about.")
    record CheckedPrincipal(
            @NotNull Principal.Type type,

            @Schema(examples = "9b2f7c1e-ada", minLength = 1, maxLength = 255) @NotNull @PrincipalId
            String id,

            @Schema(description = "Absent: the caller's own tenant. As a customer, that of a partner.") @Nullable
            UUID tenantId,

            @Schema(description = "Taken as elsewhere, and ignored.") @Nullable
            String displayName) {}
}
