package io.keyholder.rbac.administration;

import io.keyholder.rbac.assignment.AssignmentView;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role as it is answered. */
@Schema(name = "Role", description = "A named set of permissions in one context.")
record RoleView(
        UUID id,

        @Schema(description = "Names a built-in role. Absent in custom ones.", examples = "primary-admin") @Nullable
        String key,

        @Schema(examples = "Help desk") String name,

        @Schema(examples = "Handles incidents.") @Nullable String description,

        Role.Type type,

        @Schema(description = "By name, in the catalogue's order.", examples = "[\"incidents:view\"]")
        List<String> permissions,

        @Schema(description = "The relationship it belongs to. Absent: the tenant's own.")
        @Nullable
        @Expandable(as = "partner", kind = TenantNames.PARTNER)
        UUID relationshipId,

        @Schema(description = "The tenant whose rooms it is about: in a relationship the customer.")
        @Expandable(as = "customer", kind = TenantNames.TENANT)
        UUID tenantId,

        Instant createdAt,
        Instant updatedAt,

        Version version,

        @Schema(description = "The first assignment, in the answer to a request that made it with the role.") @Nullable
        AssignmentView assignment)
        implements Versioned {

    static RoleView of(Role role) {
        return of(role, null);
    }

    static RoleView of(Role role, @Nullable AssignmentView first) {
        return new RoleView(
                role.id(),
                role.key().orElse(null),
                role.name(),
                role.details().description().orElse(null),
                role.type(),
                role.permissionNames(),
                role.context().relationshipId(),
                role.context().customerId(),
                role.createdAt(),
                role.updatedAt(),
                Version.of(role.id(), role.version()),
                first);
    }
}
