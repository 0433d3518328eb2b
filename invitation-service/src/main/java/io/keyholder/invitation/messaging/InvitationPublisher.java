package io.keyholder.invitation.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Topic;
import io.keyholder.invitation.application.InvitationEvents;
import io.keyholder.invitation.domain.Acceptance;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation stands in the customer's log under the partner's domain. */
@ApplicationScoped
class InvitationPublisher implements InvitationEvents {
    /** What others derive from an acceptance starts with this version. */
    private static final long FIRST = 1;

    private static final Difference CANCELLED = Difference.of(
            Map.of("status", InvitationState.Status.PENDING), Map.of("status", InvitationState.Status.CANCELLED));

    private final Outbox outbox;
    private final AuditLog audit;

    InvitationPublisher(Outbox outbox, AuditLog audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public void sent(Invitation invitation, Provenance by) {
        publish(EventType.INVITATION_SENT, AuditEntry.Operation.CREATE, invitation, by);
    }

    @Override
    public void accepted(Invitation invitation, Provenance by) {
        publish(EventType.INVITATION_ACCEPTED, AuditEntry.Operation.UPDATE, invitation, by);
        if (invitation.state() instanceof State.Accepted accepted) {
            expectWhatFollows(accepted.acceptance());
        }
    }

    @Override
    public void denied(Invitation invitation, Provenance by) {
        publish(EventType.INVITATION_DENIED, AuditEntry.Operation.UPDATE, invitation, by);
    }

    @Override
    public void cancelled(Invitation invitation, Provenance by) {
        publish(EventType.INVITATION_CANCELLED, AuditEntry.Operation.UPDATE, invitation, by);
        if (invitation.state() instanceof State.Cancelled cancelled
                && cancelled.by().isEmpty()) {
            // Neither side did it, so the partner learns of it from its own log as well: that it ended, and of no room.
            record(AuditEntry.Operation.UPDATE, invitation, invitation.partnerId(), CANCELLED, by);
        }
    }

    @Override
    public void expired(Invitation invitation) {
        publish(EventType.INVITATION_EXPIRED, AuditEntry.Operation.UPDATE, invitation, Provenance.platform());
    }

    private void publish(EventType type, AuditEntry.Operation operation, Invitation invitation, Provenance by) {
        outbox.append(type, stateOf(invitation), invitation.version(), by);
        record(operation, invitation, invitation.customerId(), change(operation, invitation), by);
    }

    private void record(
            AuditEntry.Operation operation, Invitation invitation, UUID inLogOf, Difference change, Provenance by) {
        audit.changed(
                AuditEntry.Category.PARTNER_INVITATION,
                operation,
                new AuditSubject(
                        inLogOf,
                        null,
                        invitation.id().toString(),
                        invitation.offer().partnerDomain()),
                change,
                by);
    }

    /** Whatever is decided of an invitation, it was pending until then. */
    private static Difference change(AuditEntry.Operation operation, Invitation invitation) {
        InvitationFields after = InvitationFields.of(invitation);
        return operation == AuditEntry.Operation.CREATE
                ? Difference.created(after)
                : Difference.of(after.pending(), after);
    }

    private void expectWhatFollows(Acceptance acceptance) {
        outbox.expect(Topic.RELATIONSHIPS, acceptance.relationshipId(), FIRST);
        outbox.expect(Topic.ROLES, acceptance.primaryAdminRoleId(), FIRST);
        outbox.expect(Topic.ASSIGNMENTS, acceptance.assignmentId(), FIRST);
        outbox.expect(Topic.DELEGATIONS, acceptance.relationshipId(), FIRST);
    }

    static InvitationState stateOf(Invitation invitation) {
        return new InvitationState(
                invitation.id(),
                invitation.customerId(),
                invitation.partnerId(),
                invitation.offer().partnerDomain(),
                statusOf(invitation.state()),
                invitation.offer().roomScope(),
                invitation.offer().permissionCeiling().orElse(null),
                invitation.createdAt(),
                invitation.expiresAt(),
                acceptanceOf(invitation.state()),
                invitation
                        .roomCounts()
                        .map(counts -> new InvitationState.RoomCounts(counts.rooms(), counts.roomGroups()))
                        .orElse(null));
    }

    static InvitationState.Status statusOf(State state) {
        return switch (state) {
            case State.Pending pending -> InvitationState.Status.PENDING;
            case State.Accepted accepted -> InvitationState.Status.ACCEPTED;
            case State.Denied denied -> InvitationState.Status.DENIED;
            case State.Cancelled cancelled -> InvitationState.Status.CANCELLED;
            case State.Expired expired -> InvitationState.Status.EXPIRED;
        };
    }

    private static InvitationState.@Nullable Acceptance acceptanceOf(State state) {
        if (!(state instanceof State.Accepted accepted)) {
            return null;
        }
        Acceptance acceptance = accepted.acceptance();
        return new InvitationState.Acceptance(
                acceptance.relationshipId(),
                acceptance.primaryAdminRoleId(),
                acceptance.assignmentId(),
                acceptance.primaryAdmins().named(),
                accepted.at());
    }
}
