package io.keyholder.rbac.context.application;

import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.application.RemoveRole;
import io.keyholder.rbac.role.application.Roles;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a relationship's context in step with it. At the end the context closes first, and is emptied then. */
@ApplicationScoped
public class FollowRelationship {
    private final Contexts contexts;
    private final Roles roles;
    private final RemoveRole removeRole;

    FollowRelationship(Contexts contexts, Roles roles, RemoveRole removeRole) {
        this.contexts = contexts;
        this.roles = roles;
        this.removeRole = removeRole;
    }

    public void follow(Context told, Sequence sequence, Provenance by) {
        if (contexts.take(told, sequence) && told.isClosed()) {
            roles.of(told.id()).forEach(role -> removeRole.remove(role, by));
        }
    }
}
