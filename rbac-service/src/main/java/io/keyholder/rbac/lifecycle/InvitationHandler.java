package io.keyholder.rbac.lifecycle;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.InvitationState.Acceptance;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.context.model.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** An acceptance opens the relationship's context, once however often it is heard of. */
@ApplicationScoped
class InvitationHandler implements EventHandler<InvitationState> {
    private final ContextLifecycle lifecycle;

    InvitationHandler(ContextLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Class<InvitationState> payload() {
        return InvitationState.class;
    }

    @Override
    public void handle(Event<InvitationState> event) {
        Optional.ofNullable(event.data().acceptance())
                .ifPresent(acceptance -> lifecycle.openRelationship(
                        contextOf(event.data(), acceptance),
                        acceptance.primaryAdminRoleId(),
                        acceptance.assignmentId(),
                        acceptance.primaryAdmins().stream().map(Member::of).toList(),
                        Provenance.of(event)));
    }

    /**
     * Nothing of an invitation itself is kept here. What an acceptance brings about is awaited by itself: its token names
     * the role and the assignment.
     */
    @Override
    public boolean has(UUID id, Sequence sequence) {
        return true;
    }

    private static Context contextOf(InvitationState invitation, Acceptance acceptance) {
        return Context.ofRelationship(
                acceptance.relationshipId(),
                invitation.customerId(),
                invitation.partnerId(),
                Context.Status.OPEN,
                Optional.ofNullable(invitation.permissionCeiling()));
    }
}
