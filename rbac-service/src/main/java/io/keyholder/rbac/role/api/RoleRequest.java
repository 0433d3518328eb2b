package io.keyholder.rbac.role.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom role to be made. */
@Schema(name = "RoleRequest", description = "A custom role to be made.")
record RoleRequest(
        @Schema(description = "Unique in the context, without regard to case.", examples = "Help desk")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(examples = "Handles incidents.") @Nullable @Size(max = 1000)
        String description,

        @Schema(
                description = "By name. In a relationship at most the Primary admin's.",
                examples = "[\"rooms:view\", \"incidents:view\"]")
        @NotEmpty
        @Size(max = 100)
        List<@NotNull String> permissions,

        @Schema(description = "The relationship it is to belong to. Absent: the own tenant.") @Nullable
        UUID relationshipId) {}
