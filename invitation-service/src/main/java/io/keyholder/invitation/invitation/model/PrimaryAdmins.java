package io.keyholder.invitation.invitation.model;

import io.keyholder.access.Caller;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The first Primary admins of a relationship, whom the acceptance names: at least one, each once. */
public record PrimaryAdmins(List<NamedPrincipal> named) {

    public PrimaryAdmins {
        named = List.copyOf(named);
        if (named.isEmpty() || principals(named).size() != named.size()) {
            throw new IllegalArgumentException("Primary admins are at least one, and each is named once");
        }
    }

    /**
     * Whether the caller would become one of them, as the user or by a group of its token, or may: where the token does not
     * list all groups, each that is named may be one of the caller's.
     */
    public boolean mayInclude(Caller caller) {
        return caller.principals().anyMatch(principals(named)::contains)
                || !caller.groupsComplete()
                        && named.stream().anyMatch(one -> one.principal().type() == Principal.Type.GROUP);
    }

    private static Set<Principal> principals(List<NamedPrincipal> named) {
        return named.stream().map(NamedPrincipal::principal).collect(Collectors.toUnmodifiableSet());
    }
}
