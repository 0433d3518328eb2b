package io.keyholder.rbac.decision;

import io.keyholder.contracts.Scope;
import io.keyholder.rbac.decision.model.Explanation;
import io.keyholder.rbac.decision.model.Reason;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A check's answer. */
@Schema(name = "AccessCheck", description = "Whether it is allowed, and why.")
record CheckAnswer(
        boolean allowed,

        @Schema(
                description =
                        "What decided. When it is denied, the reason nearest to being allowed; and `GROUPS_UNKNOWN`"
                                + " after it when the token does not list all groups, and another might have allowed it.")
        List<ReasonView> because) {

    /** One thing that decided. */
    @Schema(
            name = "AccessReason",
            description = "One thing that decided; which ids there are, the code says. With a denial those of the"
                    + " assignment that came nearest.")
    record ReasonView(
            @Schema(
                    description =
                            "Allowed: `GLOBAL_ADMIN`, `ASSIGNMENT`, `RELATIONSHIP`, `DELEGATION`. Denied: why not.",
                    enumeration = {
                        "GLOBAL_ADMIN",
                        "ASSIGNMENT",
                        "RELATIONSHIP",
                        "DELEGATION",
                        "NO_TENANT",
                        "NO_RELATIONSHIP",
                        "CUSTOMER_SUSPENDED",
                        "RELATIONSHIP_SUSPENDED",
                        "DATA_TOO_OLD",
                        "CONTEXT_UNREADABLE",
                        "NO_ASSIGNMENT",
                        "ROLE_UNKNOWN",
                        "ASSIGNMENT_ENDED",
                        "ASSIGNMENT_NOT_STARTED",
                        "ROLE_LACKS_PERMISSION",
                        "ABOVE_CEILING",
                        "ROOM_NOT_FOUND",
                        "OUTSIDE_ASSIGNMENT_SCOPE",
                        "OUTSIDE_DELEGATION",
                        "GROUPS_UNKNOWN"
                    })
            String code,

            @Schema(description = "The same in a sentence, for people. Its wording may change.")
            String message,

            @Nullable UUID tenantId,
            @Nullable UUID assignmentId,
            @Nullable UUID roleId,
            @Nullable String roleName,
            @Nullable ScopeView scope,
            @Nullable UUID relationshipId) {

        static ReasonView of(Reason reason) {
            return switch (reason) {
                case Reason.GlobalAdmin admin ->
                    new ReasonView(
                            "GLOBAL_ADMIN",
                            "A Global admin holds everything in the own tenant.",
                            admin.tenantId(),
                            null,
                            null,
                            null,
                            null,
                            null);
                case Reason.Assignment a ->
                    ofAssignment("ASSIGNMENT", "This assignment gives a role with the permission.", a);
                case Reason.Relationship r ->
                    ofRelationship("RELATIONSHIP", "The relationship is active.", r.relationshipId());
                case Reason.Delegation d ->
                    ofRelationship("DELEGATION", "The customer has delegated the room.", d.relationshipId());
                case Reason.Obstacle o -> ofObstacle(o);
            };
        }

        private static ReasonView ofObstacle(Reason.Obstacle o) {
            String code = o.denial().name();
            String message = o.denial().meaning();
            return o.assignment()
                    .map(nearest -> ofAssignment(code, message, nearest))
                    .orElseGet(() -> new ReasonView(code, message, null, null, null, null, null, null));
        }

        private static ReasonView ofAssignment(String code, String message, Reason.Assignment a) {
            return new ReasonView(
                    code, message, null, a.assignmentId(), a.roleId(), a.roleName(), ScopeView.of(a.scope()), null);
        }

        private static ReasonView ofRelationship(String code, String message, UUID relationshipId) {
            return new ReasonView(code, message, null, null, null, null, null, relationshipId);
        }
    }

    /** The scope of an assignment. */
    @Schema(name = "ReasonScope", description = "The scope of the assignment that decided.")
    record ScopeView(
            Scope.Type type,
            @Nullable List<UUID> roomIds,
            @Nullable List<UUID> roomGroupIds) {

        static ScopeView of(Scope scope) {
            return scope.coversAll()
                    ? new ScopeView(Scope.Type.ALL, null, null)
                    : new ScopeView(Scope.Type.SELECTED, scope.roomIds(), scope.roomGroupIds());
        }
    }

    static CheckAnswer of(Explanation explanation) {
        return new CheckAnswer(
                explanation.allowed(),
                explanation.because().stream().map(ReasonView::of).toList());
    }
}
