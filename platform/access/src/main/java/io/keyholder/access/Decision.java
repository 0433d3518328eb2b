package io.keyholder.access;

import java.util.List;

/** Whether a permission holds in a context, and why. */
public sealed interface Decision {

    AccessContext context();

    /** Allowed over the scope, which in a relationship the delegation still cuts. */
    record Allowed(AccessContext context, AccessScope scope, List<Basis> because) implements Decision {}

    record Denied(AccessContext context, DenialReason reason) implements Decision {}

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
