package io.keyholder.rooms.audit;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.Actor;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.TenantState;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything stands in the log of the customer whose it is, and under the relationship in which a partner acts. */
@ApplicationScoped
public class AuditSubjects {
    private final AccessState state;

    AuditSubjects(AccessState state) {
        this.state = state;
    }

    public AuditSubject of(Room room, Provenance by) {
        return new AuditSubject(
                room.tenantId(), relationship(room.tenantId(), by), room.id().toString(), room.name());
    }

    public AuditSubject of(RoomGroup group, Provenance by) {
        return new AuditSubject(
                group.tenantId(), relationship(group.tenantId(), by), group.id().toString(), group.name());
    }

    /** Under the partner's name: that is how the customer knows it. */
    public AuditSubject of(Delegation delegation) {
        return new AuditSubject(
                delegation.customerId(),
                delegation.relationshipId(),
                delegation.relationshipId().toString(),
                state.tenant(delegation.partnerId()).map(TenantState::name).orElse(""));
    }

    /** A tenant has one of them. */
    public AuditSubject ofSettings(UUID tenantId) {
        return new AuditSubject(tenantId, null, "settings", "Settings");
    }

    private @Nullable UUID relationship(UUID customerId, Provenance by) {
        Actor actor = by.actor();
        UUID acting = actor == null ? null : actor.tenantId();
        return acting == null || acting.equals(customerId)
                ? null
                : state.relationshipBetween(acting, customerId)
                        .map(RelationshipState::id)
                        .orElse(null);
    }
}
