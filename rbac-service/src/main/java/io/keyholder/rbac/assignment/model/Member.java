package io.keyholder.rbac.assignment.model;

import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import java.util.Comparator;
import java.util.Objects;

/**
 * Somebody an assignment names.
 *
 * @param displayName said by whoever added it, never verified, for its own tenant alone; empty when nothing was said
 */
public record Member(Principal principal, String displayName) {

    /** Users first, then groups, each by their ids. */
    public static final Comparator<Member> BY_PRINCIPAL = Comparator.<Member, String>comparing(
                    member -> member.principal().type().name())
            .reversed()
            .thenComparing(member -> member.principal().id());

    public Member(Principal principal) {
        this(principal, "");
    }

    public static Member of(NamedPrincipal named) {
        return new Member(named.principal(), Objects.requireNonNullElse(named.displayName(), ""));
    }
}
