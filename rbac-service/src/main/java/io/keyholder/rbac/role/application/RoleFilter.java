package io.keyholder.rbac.role.application;

import io.keyholder.rbac.role.domain.Role;
import io.keyholder.web.list.Sort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which roles are listed.
 *
 * @param keys any of these; empty: whichever
 * @param types any of these; empty: whichever
 * @param nameContains without regard to case
 */
public record RoleFilter(
        UUID contextId, Set<String> keys, Set<Role.Type> types, Optional<String> nameContains, Sort sort) {

    /** What a list of roles can be ordered by. */
    public static final List<String> SORTED_BY = List.of("name", "createdAt");
}
