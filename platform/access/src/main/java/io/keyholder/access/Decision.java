package io.keyholder.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a permission holds in a context, and why. */
public sealed interface Decision {

    AccessContext context();

    /** Allowed over the scope, which in a relationship the delegation still cuts. */
    record Allowed(AccessContext context, AccessScope scope, List<Basis> because) implements Decision {}

    /** @param nearest the assignment that came nearest to allowing it; null when the reason lies in none */
    record Denied(AccessContext context, DenialReason reason, Basis.@Nullable Assignment nearest) implements Decision {

        public Denied(AccessContext context, DenialReason reason) {
            this(context, reason, null);
        }
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The rooms it is allowed over; none when it is denied. */
    default AccessScope scope() {
        return switch (this) {
            case Allowed allowed -> allowed.scope();
            case Denied denied -> AccessScope.nothing();
        };
    }
}
