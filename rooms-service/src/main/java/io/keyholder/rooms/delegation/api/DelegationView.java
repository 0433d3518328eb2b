package io.keyholder.rooms.delegation.api;

import io.keyholder.rooms.delegation.domain.Delegation;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delegation as both sides see it. */
@Schema(name = "Delegation", description = "The rooms that a relationship covers.")
public record DelegationView(UUID relationshipId, RoomScope roomScope) {

    static DelegationView of(Delegation delegation) {
        return new DelegationView(delegation.relationshipId(), RoomScope.of(delegation.roomScope()));
    }
}
