package io.keyholder.rbac.assignment.domain;

import io.keyholder.contracts.Principal;

/**
 * Somebody an assignment names.
 *
 * @param displayName said by whoever added it, never verified, for its own tenant alone; empty when nothing was said
 */
public record Member(Principal principal, String displayName) {

    public Member(Principal principal) {
        this(principal, "");
    }
}
