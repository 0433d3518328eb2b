package io.keyholder.rbac.administration;

import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.HumanText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a custom role. */
@Schema(name = "RolePatch", description = "What can be changed of a custom role.")
record RoleChangeRequest(
        @Schema(
                description = "Unique in the context, without regard to case, and not like a built-in role's.",
                maxLength = 100,
                examples = "Help desk")
        @NotNull
        @HumanName(max = 100)
        String name,

        @Schema(maxLength = 1000, examples = "Handles incidents.") @Nullable @HumanText(max = 1000)
        String description,

        @Schema(description = "By name.", examples = "[\"rooms:view\", \"incidents:view\"]") @NotEmpty @Size(max = 100)
        List<@NotNull String> permissions) {

    static RoleChangeRequest of(Role role) {
        return new RoleChangeRequest(role.name(), role.details().description().orElse(null), role.permissionNames());
    }
}
