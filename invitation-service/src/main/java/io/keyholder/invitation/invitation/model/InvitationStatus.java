package io.keyholder.invitation.invitation.model;

/** The states of an invitation by their names, as filters and answers have them. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DENIED,
    CANCELLED,
    EXPIRED
}
