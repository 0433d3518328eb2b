package io.keyholder.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which context an event belongs to. It travels in headers, so that it can be known, and denied, even when the payload
 * cannot be read.
 *
 * @param tenantId the tenant acted on; null when none is concerned
 * @param relationshipId the relationship, when the event belongs to one
 */
public record EventContext(
        @Nullable UUID tenantId, @Nullable UUID relationshipId) {

    public static EventContext of(Payload payload) {
        return switch (payload) {
            case TenantState t -> new EventContext(t.id(), null);
            case RelationshipState r -> new EventContext(r.customerId(), r.id());
            case InvitationState i -> new EventContext(i.customerId(), null);
            case RoleState r -> new EventContext(r.tenantId(), r.relationshipId());
            case AssignmentState a -> new EventContext(a.tenantId(), a.relationshipId());
            case DelegationState d -> new EventContext(d.customerId(), d.relationshipId());
            case RoomState r -> new EventContext(r.tenantId(), null);
            case RoomGroupState g -> new EventContext(g.tenantId(), null);
            case AuditEntry a -> new EventContext(a.tenantId(), a.relationshipId());
        };
    }
}
