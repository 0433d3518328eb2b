package io.keyholder.rbac.lifecycle;

import io.keyholder.access.BuiltInRole;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.ContextStore;
import io.keyholder.rbac.role.RoleCommands;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Changed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings the built-in roles in step with the catalogue when the service starts: a release that adds a permission to one of
 * them, or takes one away, needs no migration.
 */
@ApplicationScoped
public class RenewBuiltInRoles {
    private static final Logger LOG = Logger.getLogger(RenewBuiltInRoles.class);

    private final RoleStore roles;
    private final ContextStore contexts;
    private final RoleCommands commands;

    RenewBuiltInRoles(RoleStore roles, ContextStore contexts, RoleCommands commands) {
        this.roles = roles;
        this.contexts = contexts;
        this.commands = commands;
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
        roles.get(id)
                .map(Role::contextId)
                .flatMap(contexts::lock)
                .ifPresent(context -> roles.in(context, id).ifPresent(role -> {
                    if (commands.renew(context, role, kind, Provenance.platform()) instanceof Changed<Role>) {
                        LOG.infof("event=role.renewed roleId=%s key=%s", id, kind.key());
                    }
                }));
    }
}
