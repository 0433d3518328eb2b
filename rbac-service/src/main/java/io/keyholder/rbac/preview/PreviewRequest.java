package io.keyholder.rbac.preview;

import io.keyholder.rbac.assignment.AssignmentRequest;
import io.keyholder.rbac.assignment.ScopeBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change that is thought of. */
@Schema(name = "AccessPreviewRequest", description = "One change that is thought of: exactly one of the four.")
record PreviewRequest(
        @Nullable @Valid ChangedRole role,
        @Nullable @Valid GivenRole assignment,
        @Nullable @Valid ChangedDelegation delegation,
        @Nullable @Valid NewInvitation invitation,

        @Schema(
                description = "Over which rooms this permission would hold is compared.",
                defaultValue = "rooms:view",
                examples = "rooms:view")
        @Nullable
        String permission) {

    /** A role with other permissions. */
    @Schema(name = "PreviewedRole", description = "A role with other permissions.")
    record ChangedRole(
            @NotNull UUID roleId,

            @Schema(examples = "[\"rooms:view\", \"incidents:view\"]") @NotNull @Size(min = 1, max = 100)
            List<@NotNull String> permissions) {}

    /** An assignment as it would be. */
    @Schema(
            name = "PreviewedAssignment",
            description = "An assignment as it would be: a new one, or another one changed.")
    record GivenRole(
            @Schema(description = "The role to assign. Absent: `assignmentId` says it.") @Nullable
            UUID roleId,

            @Schema(description = "The assignment that would be changed. Absent: a new one.") @Nullable
            UUID assignmentId,

            @NotNull @Valid AssignmentRequest details) {}

    /** Another delegation of a relationship. */
    @Schema(name = "PreviewedDelegation", description = "Another delegation of a relationship. The customer's to ask.")
    record ChangedDelegation(
            @NotNull UUID relationshipId, @NotNull @Valid ScopeBody roomScope) {}

    /** An invitation. */
    @Schema(name = "PreviewedInvitation", description = "An invitation that would be sent.")
    record NewInvitation(
            @NotNull @Valid ScopeBody roomScope,

            @Schema(description = "What roles hold at most. Absent: all that a Primary admin holds.")
            @Nullable
            @Size(max = 100)
            List<@NotNull String> permissionCeiling) {}

    int changes() {
        return (role == null ? 0 : 1)
                + (assignment == null ? 0 : 1)
                + (delegation == null ? 0 : 1)
                + (invitation == null ? 0 : 1);
    }
}
