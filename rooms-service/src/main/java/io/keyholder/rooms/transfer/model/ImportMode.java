package io.keyholder.rooms.transfer.model;

/** What an import does with rooms that exist. */
public enum ImportMode {
    /** Every line is a new room. */
    CREATE,

    /** A line whose external id, or id, names a managed room of the tenant changes that. */
    UPSERT
}
