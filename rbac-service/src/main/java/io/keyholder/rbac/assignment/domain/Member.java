package io.keyholder.rbac.assignment.domain;

import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import java.util.Objects;

/**
 * Somebody an assignment names.
 *
 * @param displayName said by whoever added it, never verified, for its own tenant alone; empty when nothing was said
 */
public record Member(Principal principal, String displayName) {

    public Member(Principal principal) {
        this(principal, "");
    }

    public static Member of(NamedPrincipal named) {
        return new Member(named.principal(), Objects.requireNonNullElse(named.displayName(), ""));
    }
}
