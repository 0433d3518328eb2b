package io.keyholder.rbac.role;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Permission;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.web.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "role")
class RoleEntity {
    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "relationship_id")
    @Nullable
    UUID relationshipId;

    /** Made by the database: the relationship, or else the customer. */
    @Column(name = "context_id", insertable = false, updatable = false)
    UUID contextId;

    @Column
    @Nullable
    String key;

    @Column
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column
    @Nullable
    String description;

    @Column
    List<String> permissions;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column
    long version;

    RoleEntity take(Role role) {
        RoleDetails details = role.details();
        id = role.id();
        customerId = role.context().customerId();
        relationshipId = role.context().relationshipId();
        key = role.key().orElse(null);
        name = details.name();
        nameKey = Names.key(name);
        description = details.description().orElse(null);
        permissions = names(details.permissions());
        createdAt = role.createdAt();
        updatedAt = role.updatedAt();
        version = role.version();
        return this;
    }

    /** Always in the same order, so that equal sets are equal lists. */
    static List<String> names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::permissionName).toList();
    }

    /** Those that this release knows. */
    static Set<Permission> permissions(List<String> names) {
        return names.stream().flatMap(known -> Permission.named(known).stream()).collect(Collectors.toSet());
    }

    Role asRole() {
        return new Role(
                id,
                new AccessContext(customerId, relationshipId),
                Optional.ofNullable(key),
                new RoleDetails(name, Optional.ofNullable(description), permissions(permissions)),
                createdAt,
                updatedAt,
                version);
    }
}
