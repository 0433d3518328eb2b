package io.keyholder.rbac.decision.domain;

import io.keyholder.access.DenialReason;

/** Why a check is answered with no. The names are part of the contract. */
public enum Denial {
    /** The principal belongs to no tenant. */
    NO_TENANT,
    /** Neither the principal's own tenant nor a customer of it, as far as the one who asks may know. */
    NO_RELATIONSHIP,
    CUSTOMER_SUSPENDED,
    RELATIONSHIP_SUSPENDED,
    /** The service cannot be sure to have heard of all revocations. */
    DATA_TOO_OLD,
    CONTEXT_UNREADABLE,
    NO_ASSIGNMENT,
    ROLE_UNKNOWN,
    ASSIGNMENT_ENDED,
    ASSIGNMENT_NOT_STARTED,
    ROLE_LACKS_PERMISSION,
    ABOVE_CEILING,
    /** No such room, or none that the one who asks can see. */
    ROOM_NOT_FOUND,
    /** The permission is held, but not over this room. */
    OUTSIDE_ASSIGNMENT_SCOPE,
    /** The customer has not delegated the room. Told to the customer's side alone. */
    OUTSIDE_DELEGATION;

    public static Denial of(DenialReason reason) {
        return switch (reason) {
            case NO_TENANT -> NO_TENANT;
            case NO_RELATIONSHIP -> NO_RELATIONSHIP;
            case CUSTOMER_SUSPENDED -> CUSTOMER_SUSPENDED;
            case RELATIONSHIP_SUSPENDED -> RELATIONSHIP_SUSPENDED;
            case DATA_TOO_OLD -> DATA_TOO_OLD;
            case CONTEXT_UNREADABLE -> CONTEXT_UNREADABLE;
            case NO_ASSIGNMENT -> NO_ASSIGNMENT;
            case ROLE_UNKNOWN -> ROLE_UNKNOWN;
            case ASSIGNMENT_ENDED -> ASSIGNMENT_ENDED;
            case ASSIGNMENT_NOT_STARTED -> ASSIGNMENT_NOT_STARTED;
            case ROLE_LACKS_PERMISSION -> ROLE_LACKS_PERMISSION;
            case ABOVE_CEILING -> ABOVE_CEILING;
        };
    }
}
