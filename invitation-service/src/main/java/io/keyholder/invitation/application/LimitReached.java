package io.keyholder.invitation.application;

/**
 * A limit that keeps one tenant from piling up more than the platform keeps for it.
 *
 * @param what the limit's name, for who meets it
 */
public record LimitReached(String what, long most) {}
