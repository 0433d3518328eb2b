package io.keyholder.invitation.api;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.TenantState;
import io.keyholder.invitation.application.CustomerRooms;
import io.keyholder.invitation.application.CustomerRooms.Counts;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows invitations to the caller: to the sender what it offered, to the receiver how much, and no more of its rooms. */
@RequestScoped
class InvitationViews {
    private final Access access;
    private final AccessState state;
    private final CustomerRooms customerRooms;

    InvitationViews(Access access, AccessState state, CustomerRooms customerRooms) {
        this.access = access;
        this.state = state;
        this.customerRooms = customerRooms;
    }

    InvitationView view(Invitation invitation) {
        return of(List.of(invitation)).apply(invitation);
    }

    /** Shows each of these; what they need of the customers' rooms is counted once for all. */
    Function<Invitation, InvitationView> of(List<Invitation> invitations) {
        Set<UUID> offeringAll = invitations.stream()
                .filter(i -> !isSender(i) && i.offer().roomScope().coversAll())
                .map(Invitation::customerId)
                .collect(Collectors.toSet());
        Map<UUID, Counts> counts = customerRooms.countsOf(offeringAll);
        return invitation -> view(invitation, counts);
    }

    String nameOf(UUID tenantId) {
        return state.tenant(tenantId).map(TenantState::name).orElse("");
    }

    private InvitationView view(Invitation invitation, Map<UUID, Counts> counts) {
        boolean sender = isSender(invitation);
        Decided decided = decided(invitation.state());
        return new InvitationView(
                invitation.id(),
                invitation.status(),
                side(invitation.customerId()),
                invitation.offer().partnerDomain(),
                sender && decided.relationshipId() == null ? null : side(invitation.partnerId()),
                sender ? InvitationView.Rooms.of(invitation.offer().roomScope()) : null,
                sender ? null : roomCounts(invitation, counts),
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
                decided.relationshipId());
    }

    private static InvitationView.Counts roomCounts(Invitation invitation, Map<UUID, Counts> ofAll) {
        Counts counts = invitation.offer().roomScope().coversAll()
                ? ofAll.getOrDefault(invitation.customerId(), Counts.NONE)
                : Counts.namedBy(invitation.offer().roomScope());
        return new InvitationView.Counts(counts.rooms(), counts.roomGroups());
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
            case State.Cancelled cancelled -> new Decided(cancelled.at(), cancelled.by(), true, null, null);
            case State.Expired expired -> new Decided(null, null, false, null, null);
        };
    }
}
