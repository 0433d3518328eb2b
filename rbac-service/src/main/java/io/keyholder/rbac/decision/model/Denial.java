package io.keyholder.rbac.decision.model;

import io.keyholder.access.DenialReason;

/** Why a check is answered with no. The names are part of the contract. */
public enum Denial {
    NO_TENANT("The principal belongs to no tenant: platform operators hold nothing in any."),
    /** As far as the one who asks may know. */
    NO_RELATIONSHIP("This is neither the principal's own tenant nor a customer of it."),
    CUSTOMER_SUSPENDED("The customer is suspended on the platform."),
    RELATIONSHIP_SUSPENDED("The customer has suspended the relationship. It holds again when it is resumed."),
    DATA_TOO_OLD("It is not certain that every revocation has been heard of, so partners are refused. Try again in a"
            + " moment."),
    CONTEXT_UNREADABLE("Something that decides here could not be read. The platform's operators must repair it."),
    NO_ASSIGNMENT("No assignment here names the principal or one of its groups. Groups come with the token."),
    ROLE_UNKNOWN("The assignment's role is not known yet in the version it was made for. Try again in a moment."),
    ASSIGNMENT_ENDED("The assignment has ended."),
    ASSIGNMENT_NOT_STARTED("The assignment has not started yet."),
    ROLE_LACKS_PERMISSION("The roles assigned do not hold the permission."),
    ABOVE_CEILING("The customer permits this permission to no role of the relationship."),
    /** Whether or not it exists, when the one who asks cannot see it. */
    ROOM_NOT_FOUND("There is no such room that you can see."),
    OUTSIDE_ASSIGNMENT_SCOPE("The permission is held, but not over this room: it is outside the assignment's scope."),
    /** Told to the customer's side alone. */
    OUTSIDE_DELEGATION("The room is not delegated to the partner."),
    /** Never the only reason: it says that another may not be the whole truth. */
    GROUPS_UNKNOWN(
            "The token does not list all of the principal's groups: a role that one of these gives did not count.");

    private final String meaning;

    Denial(String meaning) {
        this.meaning = meaning;
    }

    /** In a sentence, for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether a role that some further group gives could have led to another answer. */
    public boolean mayHangOnGroups() {
        return switch (this) {
            case NO_RELATIONSHIP,
                    NO_ASSIGNMENT,
                    ROLE_UNKNOWN,
                    ASSIGNMENT_ENDED,
                    ASSIGNMENT_NOT_STARTED,
                    ROLE_LACKS_PERMISSION,
                    ROOM_NOT_FOUND,
                    OUTSIDE_ASSIGNMENT_SCOPE -> true;
            case NO_TENANT,
                    CUSTOMER_SUSPENDED,
                    RELATIONSHIP_SUSPENDED,
                    DATA_TOO_OLD,
                    CONTEXT_UNREADABLE,
                    ABOVE_CEILING,
                    OUTSIDE_DELEGATION,
                    GROUPS_UNKNOWN -> false;
        };
    }

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
