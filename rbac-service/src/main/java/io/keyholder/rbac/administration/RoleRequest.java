package io.keyholder.rbac.administration;

import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.HumanText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom role to be made. */
@Schema(name = "RoleRequest", description = "A custom role to be made.")
record RoleRequest(
        @Schema(
                description = "Unique in the context, without regard to case, and not like a built-in role's.",
                maxLength = 100,
                examples = "Help desk")
        @NotNull
        @HumanName(max = 100)
        String name,

        @Schema(maxLength = 1000, examples = "Handles incidents.") @Nullable @HumanText(max = 1000)
        String description,

        @Schema(
                description = "By name. In a relationship at most the Primary admin's. Absent in a copy: the same.",
                examples = "[\"rooms:view\", \"incidents:view\"]")
        @Nullable
        @Size(min = 1, max = 100)
        List<@NotNull String> permissions,

        @Schema(description = "The relationship it is to belong to. Absent: the own tenant.") @Nullable
        UUID relationshipId,

        @Schema(
                description = "A role that the caller can see, in whatever context: the new one has its description and"
                        + " permissions, as far as the request says none.")
        @Nullable
        UUID copyFrom,

        @Schema(description = "The first assignment. Both are made, or neither.") @Nullable @Valid
        AssignmentRequest assignment) {}
