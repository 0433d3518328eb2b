package io.keyholder.invitation.domain;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first Primary admins of a relationship, whom the acceptance names: at least one, each once. */
public record PrimaryAdmins(List<Principal> principals) {

    public PrimaryAdmins {
        principals = List.copyOf(principals);
        if (principals.isEmpty() || Set.copyOf(principals).size() != principals.size()) {
            throw new IllegalArgumentException("Primary admins are at least one, and each is named once");
        }
    }

    /** Whether the caller would become one of them, as the user or by a group of its token. */
    public boolean include(Caller caller) {
        Set<Principal> named = new HashSet<>(principals);
        return caller.principals().anyMatch(named::contains);
    }
}
