package io.keyholder.rooms.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The delegation as it shall be. */
@Schema(name = "DelegationRequest", description = "The delegation as it shall be.")
public record DelegationRequest(
        @Schema(description = "As in the address, if it is sent at all.") @Nullable
        UUID relationshipId,

        @NotNull @Valid RoomScope roomScope) {}
