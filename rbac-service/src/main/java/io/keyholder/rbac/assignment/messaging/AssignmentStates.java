package io.keyholder.rbac.assignment.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.rbac.assignment.application.Assignments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All assignments, for publishing them anew. */
@ApplicationScoped
class AssignmentStates implements StateSource {
    private final Assignments assignments;

    AssignmentStates(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public Topic topic() {
        return Topic.ASSIGNMENTS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return assignments.all().map(a -> new Snapshot(AssignmentPublisher.stateOf(a, epoch), a.version()));
    }
}
