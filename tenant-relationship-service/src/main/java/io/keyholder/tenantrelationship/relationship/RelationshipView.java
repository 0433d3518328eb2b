package io.keyholder.tenantrelationship.relationship;

import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.tenantrelationship.relationship.model.Relationship.State;
import io.keyholder.tenantrelationship.relationship.model.Relationship.Status;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A relationship as both sides see it. */
@Schema(name = "Relationship", description = "The link between a customer and a partner.")
public record RelationshipView(
        UUID id,
        Side customer,
        Side partner,
        Status status,
        Instant establishedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant terminatedAt,
        UUID invitationId,

        @Schema(description = "What the partner's roles may hold at most. Absent: the Primary admin's permissions.")
        @Nullable
        List<String> permissionCeiling,

        @Schema(description = "Which events wait for the customer's approval. None named: all are automatic.")
        Map<String, String> approvals,

        @Schema(description = "When it was established.") Instant createdAt,

        @Schema(description = "When it was last established, suspended, resumed or terminated.")
        Instant updatedAt,

        Version version)
        implements Versioned {

    /** One side of it. */
    @Schema(name = "RelationshipSide", description = "A tenant, by id and name.")
    public record Side(UUID id, String name) {}

    static RelationshipView of(NamedRelationship named) {
        Relationship relationship = named.relationship();
        State state = relationship.state();
        return new RelationshipView(
                relationship.id(),
                new Side(relationship.customerId(), named.customerName()),
                new Side(relationship.partnerId(), named.partnerName()),
                relationship.status(),
                relationship.establishedAt(),
                state instanceof State.Suspended suspended ? suspended.since() : null,
                state instanceof State.Terminated terminated ? terminated.at() : null,
                relationship.invitationId(),
                relationship.permissionCeiling().orElse(null),
                Map.of(),
                relationship.establishedAt(),
                relationship.updatedAt(),
                Version.of(relationship.id(), relationship.version()));
    }
}
