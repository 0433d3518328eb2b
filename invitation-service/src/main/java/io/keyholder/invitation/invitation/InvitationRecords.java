package io.keyholder.invitation.invitation;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Topic;
import io.keyholder.invitation.invitation.model.Acceptance;
import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Difference;
import io.keyholder.record.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How invitations are stored, published and logged: in the customer's log, under the partner's domain. */
@Singleton
class InvitationRecords extends Records<Invitation> {
    /** What others derive from an acceptance starts with this version. */
    private static final long FIRST = 1;

    private static final Difference CANCELLED = Difference.of(
            Map.of("status", InvitationState.Status.PENDING), Map.of("status", InvitationState.Status.CANCELLED));

    private final InvitationStore invitations;
    private final Outbox outbox;
    private final AuditLog log;

    InvitationRecords(InvitationStore invitations, Outbox outbox, AuditLog log) {
        super(Topic.INVITATIONS, AuditEntry.Category.PARTNER_INVITATION);
        this.invitations = invitations;
        this.outbox = outbox;
        this.log = log;
    }

    /** Whoever accepts can await what the other services make of it. */
    void expectWhatFollows(Acceptance acceptance) {
        outbox.expect(Topic.RELATIONSHIPS, acceptance.relationshipId(), FIRST);
        outbox.expect(Topic.ROLES, acceptance.primaryAdminRoleId(), FIRST);
        outbox.expect(Topic.ASSIGNMENTS, acceptance.assignmentId(), FIRST);
        outbox.expect(Topic.DELEGATIONS, acceptance.relationshipId(), FIRST);
    }

    /**
     * Logs for the partner that the platform cancelled an invitation: neither side did it, so each learns of it from its own log. The
     * partner's says that it ended, and nothing of the rooms.
     */
    void logForPartner(Invitation withdrawn, Provenance by) {
        log.changed(
                AuditEntry.Category.PARTNER_INVITATION,
                AuditEntry.Operation.UPDATE,
                subject(withdrawn, withdrawn.partnerId()),
                CANCELLED,
                by);
    }

    @Override
    protected InvitationState state(Invitation invitation) {
        return new InvitationState(
                invitation.id(),
                invitation.customerId(),
                invitation.partnerId(),
                invitation.offer().partnerDomain(),
                statusOf(invitation),
                invitation.offer().roomScope(),
                invitation.offer().permissionCeiling().orElse(null),
                invitation.createdAt(),
                invitation.expiresAt(),
                acceptanceOf(invitation),
                invitation
                        .roomCounts()
                        .map(counts -> new InvitationState.RoomCounts(counts.rooms(), counts.roomGroups()))
                        .orElse(null));
    }

    @Override
    public AuditSubject subject(Invitation invitation) {
        return subject(invitation, invitation.customerId());
    }

    /**
     * What the customer's log shows of an invitation.
     *
     * @param primaryAdmins whom the partner named, without the names it gave them: these are for its own eyes
     */
    private record Shown(
            InvitationState.Status status,
            String partnerDomain,
            Scope roomScope,
            Optional<List<String>> permissionCeiling,
            Instant expiresAt,
            Optional<UUID> relationshipId,
            List<Principal> primaryAdmins,
            Optional<String> reason) {}

    @Override
    protected Object shown(Invitation invitation) {
        return new Shown(
                statusOf(invitation),
                invitation.offer().partnerDomain(),
                invitation.offer().roomScope(),
                invitation.offer().permissionCeiling(),
                invitation.expiresAt(),
                invitation.acceptance().map(Acceptance::relationshipId),
                invitation.acceptance().stream()
                        .flatMap(acceptance -> acceptance.primaryAdmins().named().stream())
                        .map(NamedPrincipal::principal)
                        .toList(),
                invitation.state().reason());
    }

    @Override
    protected void store(List<Changed<Invitation>> changes) {
        changes.forEach(invitations::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return invitations.all().map(this::snapshot);
    }

    private static AuditSubject subject(Invitation invitation, UUID inLogOf) {
        return AuditSubject.of(inLogOf, invitation.id(), invitation.offer().partnerDomain());
    }

    /** The contract calls the states by the same names. */
    private static InvitationState.Status statusOf(Invitation invitation) {
        return InvitationState.Status.valueOf(invitation.status().name());
    }

    private static InvitationState.@Nullable Acceptance acceptanceOf(Invitation invitation) {
        return invitation
                .acceptance()
                .map(acceptance -> new InvitationState.Acceptance(
                        acceptance.relationshipId(),
                        acceptance.primaryAdminRoleId(),
                        acceptance.assignmentId(),
                        acceptance.primaryAdmins().named(),
                        invitation.updatedAt()))
                .orElse(null);
    }
}
