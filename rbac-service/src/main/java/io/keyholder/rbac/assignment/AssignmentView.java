package io.keyholder.rbac.assignment;

import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assignment as it is answered. */
@Schema(name = "Assignment", description = "Gives a role to members over a scope.")
public record AssignmentView(
        UUID id,
        @Expandable(as = "role", kind = "role") UUID roleId,
        @Schema(examples = "Night shift") String name,
        @Nullable String description,

        @Schema(description = "Whether members want e-mail about the rooms.")
        boolean emailNotifications,

        List<PrincipalBody> members,
        ScopeBody scope,

        @Schema(description = "When it begins to hold. Absent: from the beginning.") @Nullable
        Instant startsAt,

        @Schema(description = "When it holds no more. Absent: without an end.") @Nullable
        Instant endsAt,

        @Schema(description = "The relationship it belongs to. Absent: the tenant's own.")
        @Nullable
        @Expandable(as = "partner", kind = TenantNames.PARTNER)
        UUID relationshipId,

        @Schema(description = "The tenant whose rooms it is about: in a relationship the customer.")
        @Expandable(as = "customer", kind = TenantNames.TENANT)
        UUID tenantId,

        Instant createdAt,

        @Schema(description = "When it last changed. Absent for the customer of a partner whose assignment it is.")
        @Nullable
        Instant updatedAt,

        Version version)
        implements Versioned {

    /** @param withNames whether the caller belongs to the members' tenant, and so sees the whole of it */
    public static AssignmentView of(Assignment assignment, boolean withNames) {
        AssignmentDetails details = assignment.details();
        List<PrincipalBody> members = details.members().stream()
                .map(member -> PrincipalBody.of(member, withNames))
                .toList();
        ScopeBody scope = ScopeBody.of(details.scope());
        return new AssignmentView(
                assignment.id(),
                assignment.roleId(),
                details.name(),
                details.description().orElse(null),
                details.emailNotifications(),
                members,
                scope,
                details.period().startsAt().orElse(null),
                details.period().endsAt().orElse(null),
                assignment.context().relationshipId(),
                assignment.context().customerId(),
                assignment.createdAt(),
                withNames ? assignment.updatedAt() : null,
                withNames
                        ? Version.of(assignment.id(), assignment.version())
                        : Version.ofPart(
                                assignment.id(),
                                details.name(),
                                details.description().orElse(null),
                                details.emailNotifications(),
                                members,
                                scope,
                                details.period().startsAt().orElse(null),
                                details.period().endsAt().orElse(null)));
    }
}
