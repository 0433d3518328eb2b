package io.keyholder.access;

/** Why access is denied, from the farthest to the nearest to being allowed. */
public enum DenialReason {
    /** The caller belongs to no tenant. */
    NO_TENANT,
    /** Neither the caller's own tenant nor a customer of it. */
    NO_RELATIONSHIP,
    /** The customer is suspended on the platform. */
    CUSTOMER_SUSPENDED,
    /** The relationship is suspended. */
    RELATIONSHIP_SUSPENDED,
    /** This service cannot be sure to have heard of all revocations. */
    DATA_TOO_OLD,
    /** Something about the context could not be read; it is denied until that is repaired. */
    CONTEXT_UNREADABLE,
    /** No assignment in this context names the caller. */
    NO_ASSIGNMENT,
    /** An assignment names the caller, but its role is not known here, or not yet in the version it was made for. */
    ROLE_UNKNOWN,
    /** The assignment has ended. */
    ASSIGNMENT_ENDED,
    /** The assignment has not started yet. */
    ASSIGNMENT_NOT_STARTED,
    /** The roles assigned do not hold the permission. */
    ROLE_LACKS_PERMISSION,
    /** The customer's ceiling does not reach the permission, or a role holds it that no Primary admin holds. */
    ABOVE_CEILING
}
