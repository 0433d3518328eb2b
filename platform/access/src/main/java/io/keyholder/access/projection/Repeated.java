package io.keyholder.access.projection;

import com.github.benmanes.caffeine.cache.Interner;
import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What many assignments repeat, kept once: every event brings objects of its own, and half of an assignment's weight
 * would be its scope and the ids of its tenants, relationship and role. Forgotten with the last that uses it.
 */
final class Repeated {
    private final Interner<UUID> ids = Interner.newWeakInterner();
    private final Interner<AccessContext> contexts = Interner.newWeakInterner();
    private final Interner<Scope> scopes = Interner.newWeakInterner();
    private final Interner<Sequence> sequences = Interner.newWeakInterner();

    UUID id(UUID id) {
        return ids.intern(id);
    }

    AccessContext context(UUID customerId, @Nullable UUID relationshipId) {
        return contexts.intern(new AccessContext(id(customerId), relationshipId == null ? null : id(relationshipId)));
    }

    Scope scope(Scope scope) {
        return scopes.intern(scope);
    }

    Sequence sequence(Sequence sequence) {
        return sequences.intern(sequence);
    }

    Principal principal(Principal principal) {
        return new Principal(id(principal.tenantId()), principal.type(), principal.id());
    }
}
