package io.keyholder.invitation.api;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import io.keyholder.web.Access;
import io.keyholder.web.answer.Version;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows invitations to the caller: to the sender what it offered, to the receiver how much, and no more of its rooms. */
@RequestScoped
class InvitationViews {
    private final Access access;
    private final AccessState state;

    InvitationViews(Access access, AccessState state) {
        this.access = access;
        this.state = state;
    }

    String nameOf(UUID tenantId) {
        return state.tenant(tenantId).map(TenantState::name).orElse("");
    }

    InvitationView view(Invitation invitation) {
        boolean sender = isSender(invitation);
        Decided decided = decided(invitation.state());
        return new InvitationView(
                invitation.id(),
                invitation.status(),
                side(invitation.customerId()),
                invitation.offer().partnerDomain(),
                sender && decided.relationshipId() == null ? null : side(invitation.partnerId()),
                sender ? InvitationView.Rooms.of(invitation.offer().roomScope()) : null,
                sender ? null : roomCounts(invitation),
                invitation.offer().permissionCeiling().orElse(null),
                Map.of(),
                invitation.offer().message().orElse(null),
                invitation.offer().expiresInDays(),
                invitation.createdAt(),
                new InvitationView.User(invitation.createdBy()),
                invitation.expiresAt(),
                decided.at(),
                decided.by() == null || (!sender && decided.byCustomer())
                        ? null
                        : new InvitationView.User(decided.by()),
                decided.reason(),
                decided.relationshipId(),
                version(invitation, sender));
    }

    /** Who sent an invitation sees the whole of it; the receiver its course, and its counts in the digest. */
    private static Version version(Invitation invitation, boolean sender) {
        return sender
                ? Version.of(invitation.id(), invitation.version())
                : Version.ofPart(invitation.id(), invitation.status());
    }

    private static InvitationView.@Nullable Counts roomCounts(Invitation invitation) {
        return invitation
                .roomCounts()
                .map(counts -> new InvitationView.Counts(counts.rooms(), counts.roomGroups()))
                .orElse(null);
    }

    private boolean isSender(Invitation invitation) {
        return access.tenant().equals(invitation.customerId());
    }

    private InvitationView.Side side(UUID tenantId) {
        return new InvitationView.Side(tenantId, nameOf(tenantId));
    }

    /** What there is to say of a decision; nothing of one that is pending, or that time alone has ended. */
    private record Decided(
            @Nullable Instant at,
            @Nullable String by,
            boolean byCustomer,
            @Nullable String reason,
            @Nullable UUID relationshipId) {}

    private static Decided decided(State state) {
        return switch (state) {
            case State.Pending pending -> new Decided(null, null, false, null, null);
            case State.Accepted accepted ->
                new Decided(
                        accepted.at(),
                        accepted.by(),
                        false,
                        null,
                        accepted.acceptance().relationshipId());
            case State.Denied denied ->
                new Decided(denied.at(), denied.by(), false, denied.reason().orElse(null), null);
            case State.Cancelled cancelled ->
                new Decided(
                        cancelled.at(),
                        cancelled.by().orElse(AuditEntry.PLATFORM),
                        cancelled.by().isPresent(),
                        null,
                        null);
            case State.Expired expired -> new Decided(null, null, false, null, null);
        };
    }
}
