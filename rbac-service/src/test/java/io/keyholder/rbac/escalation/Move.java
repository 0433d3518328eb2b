package io.keyholder.rbac.escalation;

import io.keyholder.access.Permission;
import io.keyholder.rbac.escalation.Model.Given;
import io.keyholder.rbac.escalation.Model.Named;
import io.keyholder.rbac.escalation.Model.Person;
import java.util.Optional;
import java.util.Set;

/** Something that may happen in a context. */
sealed interface Move {

    /** Somebody asks for a change. */
    sealed interface Request extends Move {
        Person by();
    }

    record CreateRole(Person by, Set<Permission> permissions) implements Request {}

    record CopyRole(Person by, String source) implements Request {}

    record ChangeRole(Person by, String role, Set<Permission> permissions) implements Request {}

    record DeleteRole(Person by, String role) implements Request {}

    record Assign(Person by, Given given) implements Request {}

    /** @param form how the request says it; what comes out is the same */
    record Change(Person by, String assignment, Given after, Form form) implements Request {
        enum Form {
            PATCH,
            /** The one member, room or group in the path. */
            SINGLY,
            /** The one member in the body. */
            BY_BODY
        }
    }

    record End(Person by, String assignment) implements Request {}

    /** An hour goes by. */
    record Wait() implements Move {}

    /** A rule, or somebody in rooms-service, puts a room into a group or takes it out. */
    record Regroup(String room, Set<String> groups) implements Move {}

    /** The customer widens or narrows the delegation. */
    record Delegate(Named scope) implements Move {}

    record Suspend(boolean suspended) implements Move {}

    /** The customer raises or lowers the ceiling. */
    record Limit(Optional<Set<Permission>> ceiling) implements Move {}

    /** The acceptance is heard of once more. */
    record AcceptAgain() implements Move {}
}
