package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Scope;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delegation as it is answered: the customer sees all that it names, a partner's user what it sees of that. */
@Schema(name = "Delegation", description = "The rooms that a relationship covers.")
public record DelegationView(
        @Expandable(as = "customer", kind = TenantNames.CUSTOMER)
        @Expandable(as = "partner", kind = TenantNames.PARTNER)
        UUID relationshipId,

        RoomScope roomScope,
        Instant createdAt,

        @Schema(description = "When it last changed. Absent for a caller who sees a part of it.") @Nullable
        Instant updatedAt,

        Version version)
        implements Versioned {

    static DelegationView of(Delegation delegation) {
        return new DelegationView(
                delegation.relationshipId(),
                RoomScope.of(delegation.roomScope()),
                delegation.createdAt(),
                delegation.updatedAt(),
                Version.of(delegation.relationshipId(), delegation.version()));
    }

    /** @param seen what the caller sees of its scope */
    static DelegationView ofPart(Delegation delegation, Scope seen) {
        RoomScope scope = RoomScope.of(seen);
        return new DelegationView(
                delegation.relationshipId(),
                scope,
                delegation.createdAt(),
                null,
                Version.ofPart(delegation.relationshipId(), scope));
    }
}
