package io.keyholder.rbac.assignment;

import io.keyholder.contracts.Principal;
import io.keyholder.web.list.NamedOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which assignments of a context are listed.
 *
 * @param roleId of one role
 * @param memberType that name a member of this type
 * @param memberId that name a member of this id; with a type, one member that is both
 * @param among these alone; empty: all
 * @param updatedSince changed then or later
 */
public record AssignmentFilter(
        UUID contextId,
        Optional<UUID> roleId,
        Optional<Principal.Type> memberType,
        Optional<String> memberId,
        Set<UUID> among,
        Optional<Instant> updatedSince,
        NamedOrder order) {}
