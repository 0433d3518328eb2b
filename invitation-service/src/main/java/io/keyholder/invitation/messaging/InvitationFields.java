package io.keyholder.invitation.messaging;

import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the customer's log shows of an invitation.
 *
 * @param primaryAdmins whom the partner named, without the names it gave them: these are for its own eyes
 */
record InvitationFields(
        InvitationState.Status status,
        String partnerDomain,
        Scope roomScope,
        Optional<List<String>> permissionCeiling,
        Instant expiresAt,
        Optional<UUID> relationshipId,
        List<Principal> primaryAdmins,
        Optional<String> reason) {

    static InvitationFields of(Invitation invitation) {
        State state = invitation.state();
        return new InvitationFields(
                InvitationPublisher.statusOf(state),
                invitation.offer().partnerDomain(),
                invitation.offer().roomScope(),
                invitation.offer().permissionCeiling(),
                invitation.expiresAt(),
                state instanceof State.Accepted a ? Optional.of(a.acceptance().relationshipId()) : Optional.empty(),
                state instanceof State.Accepted a ? principals(a) : List.of(),
                state instanceof State.Denied denied ? denied.reason() : Optional.empty());
    }

    /** The same before anything was decided. */
    InvitationFields pending() {
        return new InvitationFields(
                InvitationState.Status.PENDING,
                partnerDomain,
                roomScope,
                permissionCeiling,
                expiresAt,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static List<Principal> principals(State.Accepted accepted) {
        return accepted.acceptance().primaryAdmins().named().stream()
                .map(NamedPrincipal::principal)
                .toList();
    }
}
