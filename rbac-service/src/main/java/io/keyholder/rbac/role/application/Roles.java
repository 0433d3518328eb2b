package io.keyholder.rbac.role.application;

import io.keyholder.access.Permission;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where roles are kept. */
public interface Roles {

    Optional<Role> find(UUID id);

    List<Role> of(UUID contextId);

    /** The keys of the built-in roles that the context has already. */
    Set<String> builtInKeys(UUID contextId);

    /** The built-in roles of the key that hold other permissions, in whatever context. */
    List<UUID> builtInWithOtherThan(String key, Set<Permission> permissions);

    /** Whether another role of the context has the name, without regard to case. */
    boolean isNameTaken(UUID contextId, UUID exceptRoleId, RoleDetails details);

    void add(Role role);

    void update(Role role);

    void remove(UUID id);

    /** In the filter's order; up to one more than the limit. */
    List<Role> list(RoleFilter filter, List<String> after, int limit);

    long count(RoleFilter filter);

    long countIn(UUID contextId);

    Stream<Role> all();
}
