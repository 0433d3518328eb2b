package io.keyholder.access;

import io.keyholder.contracts.Sequence;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role as decisions need it. Permissions that this version does not know grant nothing here and are left out.
 *
 * @param key names a built-in role; null for a custom one
 */
public record HeldRole(
        UUID id,
        @Nullable String key,
        String name,
        AccessContext context,
        Set<Permission> permissions,
        Sequence sequence) {}
