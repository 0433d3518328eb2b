package io.keyholder.rbac.context;

/** On which side of a context the caller stands. */
public enum Side {
    /** The caller's own tenant. */
    OWN,
    /** A relationship in which the caller's tenant is the partner, and the caller may know of it. */
    PARTNER,
    /** A relationship in which the caller's tenant is the customer, and the caller sees partners. */
    CUSTOMER,
    /** The caller may not know of it. */
    NONE
}
