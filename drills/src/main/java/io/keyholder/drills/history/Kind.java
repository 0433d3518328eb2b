package io.keyholder.drills.history;

/** What a request of a workload asks for. */
public enum Kind {
    CREATE_ROOM("rooms-service", "ROOM", "CREATE"),
    RENAME_ROOM("rooms-service", "ROOM", "UPDATE"),
    SUSPEND("tenant-relationship-service", "RELATIONSHIP", "UPDATE"),
    RESUME("tenant-relationship-service", "RELATIONSHIP", "UPDATE"),
    NARROW("rooms-service", "DELEGATION", "UPDATE"),
    WIDEN("rooms-service", "DELEGATION", "UPDATE"),
    UNASSIGN("rbac-service", "ASSIGNMENT", "DELETE"),
    ASSIGN("rbac-service", "ASSIGNMENT", "CREATE"),
    /** Removes one of several assignments: what it gave, another gives still. */
    UNASSIGN_ONE("rbac-service", "ASSIGNMENT", "DELETE"),
    /** A partner asks for a room. */
    READ("rooms-service", "", "");

    private final String owner;
    private final String category;
    private final String operation;

    Kind(String owner, String category, String operation) {
        this.owner = owner;
        this.category = category;
        this.operation = operation;
    }

    /** The service that stores it. */
    public String owner() {
        return owner;
    }

    /** As an entry of the audit log names it. */
    public String entry() {
        return category + " " + operation;
    }

    public boolean isChange() {
        return this != READ;
    }

    /** Whether it takes from a partner what {@link #undoneBy} gives back. */
    public boolean revokes() {
        return this == SUSPEND || this == NARROW || this == UNASSIGN;
    }

    /** What gives back what this takes. */
    public Kind undoneBy() {
        return switch (this) {
            case SUSPEND -> RESUME;
            case NARROW -> WIDEN;
            case UNASSIGN -> ASSIGN;
            default -> throw new IllegalArgumentException(this + " takes nothing");
        };
    }
}
