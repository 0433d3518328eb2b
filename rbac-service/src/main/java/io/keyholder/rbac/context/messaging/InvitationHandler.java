package io.keyholder.rbac.context.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.InvitationState.Acceptance;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.rbac.context.application.OpenRelationshipContext;
import io.keyholder.rbac.context.domain.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An acceptance opens the relationship's context, once however often it is heard of. */
@ApplicationScoped
class InvitationHandler implements EventHandler {
    private final OpenRelationshipContext openRelationshipContext;

    InvitationHandler(OpenRelationshipContext openRelationshipContext) {
        this.openRelationshipContext = openRelationshipContext;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.INVITATIONS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof InvitationState invitation) {
            Optional.ofNullable(invitation.acceptance())
                    .ifPresent(acceptance -> openRelationshipContext.open(
                            contextOf(invitation, acceptance),
                            acceptance.primaryAdminRoleId(),
                            acceptance.assignmentId(),
                            acceptance.primaryAdmins().stream().map(Member::of).toList(),
                            Provenance.of(event)));
        }
    }

    /**
     * Nothing of an invitation itself is kept here. What an acceptance brings about is awaited by itself: its token names
     * the role and the assignment.
     */
    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
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
