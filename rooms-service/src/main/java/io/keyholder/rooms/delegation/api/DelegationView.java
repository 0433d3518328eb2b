package io.keyholder.rooms.delegation.api;

import io.keyholder.contracts.Scope;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.web.change.Versioned;
import io.keyholder.web.change.Versions;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delegation as it is answered: the customer sees all that it names, a partner's user what it sees of that. */
@Schema(name = "Delegation", description = "The rooms that a relationship covers.")
public record DelegationView(
        UUID relationshipId,
        RoomScope roomScope,
        @Schema(description = Versioned.DESCRIPTION) String version) implements Versioned {

    static DelegationView of(Delegation delegation, Versions versions) {
        return new DelegationView(
                delegation.relationshipId(),
                RoomScope.of(delegation.roomScope()),
                versions.of(delegation.relationshipId(), delegation.version()));
    }

    /** @param seen what the caller sees of its scope */
    static DelegationView ofPart(Delegation delegation, Scope seen, Versions versions) {
        RoomScope scope = RoomScope.of(seen);
        return new DelegationView(
                delegation.relationshipId(), scope, versions.ofPart(delegation.relationshipId(), scope));
    }
}
