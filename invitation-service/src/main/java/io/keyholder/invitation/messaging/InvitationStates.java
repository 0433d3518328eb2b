package io.keyholder.invitation.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.outbox.StateSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All invitations, for publishing them anew. */
@ApplicationScoped
class InvitationStates implements StateSource {
    private final Invitations invitations;

    InvitationStates(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public Topic topic() {
        return Topic.INVITATIONS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return invitations.all().map(i -> new Snapshot(InvitationPublisher.stateOf(i), i.version()));
    }
}
