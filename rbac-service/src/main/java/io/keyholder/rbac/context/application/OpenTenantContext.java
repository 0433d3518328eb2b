package io.keyholder.rbac.context.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.application.RoleEvents;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Gives each tenant its own context with the built-in roles, whose ids are minted once. */
@ApplicationScoped
public class OpenTenantContext {
    private final Contexts contexts;
    private final Roles roles;
    private final RoleEvents events;
    private final Clock clock;

    OpenTenantContext(Contexts contexts, Roles roles, RoleEvents events, Clock clock) {
        this.contexts = contexts;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    public void open(UUID tenantId, Sequence sequence, Provenance by) {
        Context context = Context.ownOf(tenantId);
        if (!contexts.take(context, sequence)) {
            return;
        }
        Set<String> present = roles.builtInKeys(context.id());
        Arrays.stream(BuiltInRole.values())
                .filter(role -> role.context() == BuiltInRole.Context.OWN_TENANT && !present.contains(role.key()))
                .map(role -> Role.builtIn(Ids.next(), context, role, clock.instant()))
                .forEach(role -> {
                    roles.add(role);
                    events.provided(role, by);
                });
    }
}
