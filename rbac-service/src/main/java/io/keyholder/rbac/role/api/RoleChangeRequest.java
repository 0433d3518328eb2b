package io.keyholder.rbac.role.api;

import io.keyholder.rbac.role.domain.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a custom role. */
@Schema(name = "RolePatch", description = "What can be changed of a custom role.")
record RoleChangeRequest(
        @Schema(description = "Unique in the context, without regard to case.", examples = "Help desk")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(examples = "Handles incidents.") @Nullable @Size(max = 1000)
        String description,

        @Schema(description = "By name.", examples = "[\"rooms:view\", \"incidents:view\"]") @NotEmpty @Size(max = 100)
        List<@NotNull String> permissions) {

    static RoleChangeRequest of(Role role) {
        return new RoleChangeRequest(
                role.name(), role.details().description().orElse(null), RoleView.permissions(role));
    }
}
