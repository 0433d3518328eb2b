package io.keyholder.rbac.role;

import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.list.NamedOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which roles of a context are listed.
 *
 * @param among these alone; empty: all
 * @param keys any of these; empty: whichever
 * @param types any of these; empty: whichever
 * @param nameContains ignoring case
 * @param updatedSince changed then or later
 */
public record RoleFilter(
        UUID contextId,
        Set<UUID> among,
        Set<String> keys,
        Set<Role.Type> types,
        Optional<String> nameContains,
        Optional<Instant> updatedSince,
        NamedOrder order) {}
