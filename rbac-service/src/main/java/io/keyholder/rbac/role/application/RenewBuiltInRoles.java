package io.keyholder.rbac.role.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.application.Contexts;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.domain.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings the built-in roles in step with the catalogue when the service starts: a release that adds a permission to one of
 * them, or takes one away, needs no migration.
 */
@ApplicationScoped
public class RenewBuiltInRoles {
    private static final Logger LOG = Logger.getLogger(RenewBuiltInRoles.class);

    private final Roles roles;
    private final Contexts contexts;
    private final RoleEvents events;

    RenewBuiltInRoles(Roles roles, Contexts contexts, RoleEvents events) {
        this.roles = roles;
        this.contexts = contexts;
        this.events = events;
    }

    void start(@Observes StartupEvent event) {
        for (BuiltInRole role : BuiltInRole.values()) {
            renew(role);
        }
    }

    /** Each role in a transaction of its own; who starts at the same time finds nothing left to do. */
    public void renew(BuiltInRole role) {
        List<UUID> others = QuarkusTransaction.requiringNew()
                .call(() -> roles.builtInWithOtherThan(role.key(), role.permissions()));
        for (UUID id : others) {
            QuarkusTransaction.requiringNew().run(() -> renew(id, role));
        }
    }

    private void renew(UUID id, BuiltInRole kind) {
        Optional<Context> context = roles.find(id).map(Role::contextId).flatMap(contexts::lock);
        Optional<Role> present = roles.find(id);
        if (context.isEmpty() || present.isEmpty()) {
            return;
        }
        Set<Permission> permissions = context.get().reached(kind.permissions());
        if (!present.get().permissions().equals(permissions)) {
            Role renewed = present.get().renewed(kind, permissions);
            roles.update(renewed);
            events.changed(present.get(), renewed, Provenance.platform());
            LOG.infof("event=role.renewed roleId=%s key=%s", id, kind.key());
        }
    }
}
