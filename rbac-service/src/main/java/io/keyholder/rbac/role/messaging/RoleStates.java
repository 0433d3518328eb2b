package io.keyholder.rbac.role.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.rbac.role.application.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All roles, for publishing them anew. */
@ApplicationScoped
class RoleStates implements StateSource {
    private final Roles roles;

    RoleStates(Roles roles) {
        this.roles = roles;
    }

    @Override
    public Topic topic() {
        return Topic.ROLES;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return roles.all().map(role -> new Snapshot(RolePublisher.stateOf(role), role.version()));
    }
}
