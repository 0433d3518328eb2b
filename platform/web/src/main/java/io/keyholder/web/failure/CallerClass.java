package io.keyholder.web.failure;

import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;

/** What a caller is to the platform: few enough to be counted by. */
enum CallerClass {
    /** Of the platform itself. */
    OPERATOR,
    /** A user to whom a customer's rooms are handed, whether or not it has rooms of its own too. */
    PARTNER,
    /** A user of rooms of its own alone. */
    TENANT;

    static CallerClass of(Caller caller, Decisions decisions) {
        if (caller.tenantId() == null) {
            return OPERATOR;
        }
        return decisions.contextsOf(caller).stream().anyMatch(context -> context.relationshipId() != null)
                ? PARTNER
                : TENANT;
    }
}
