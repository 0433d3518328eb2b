package io.keyholder.access;

import io.keyholder.contracts.Scope;
import java.util.UUID;

/** What a permission rests on. */
public sealed interface Basis {

    /** The directory role, which holds everything in its own tenant. */
    record GlobalAdmin(UUID tenantId) implements Basis {}

    /** An assignment that gives a role with the permission over a scope. */
    record Assignment(UUID assignmentId, UUID roleId, String roleName, Scope scope) implements Basis {}
}
