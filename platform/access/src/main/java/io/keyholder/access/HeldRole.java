package io.keyholder.access;

import io.keyholder.contracts.Sequence;
import java.util.Set;
import java.util.UUID;

/** A role as decisions need it. Permissions that this version does not know grant nothing here and are left out. */
public record HeldRole(UUID id, String name, AccessContext context, Set<Permission> permissions, Sequence sequence) {}
