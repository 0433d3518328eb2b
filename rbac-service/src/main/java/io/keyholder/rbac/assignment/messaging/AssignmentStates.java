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
    private final AssignmentPublisher publisher;

    AssignmentStates(Assignments assignments, AssignmentPublisher publisher) {
        this.assignments = assignments;
        this.publisher = publisher;
    }

    @Override
    public Topic topic() {
        return Topic.ASSIGNMENTS;
    }

    @Override
    public Stream<Snapshot> all() {
        return assignments.all().map(a -> new Snapshot(publisher.stateOf(a), a.version()));
    }
}
