package io.keyholder.rbac.role;

import io.keyholder.access.Permission;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Roles in PostgreSQL. A context's lock is that of its roles. */
@ApplicationScoped
public class RoleStore implements PanacheRepositoryBase<RoleEntity, UUID> {
    private final Database database;

    RoleStore(Database database) {
        this.database = database;
    }

    public Optional<Role> get(UUID id) {
        return findByIdOptional(id).map(RoleEntity::asRole);
    }

    /** Those of them that are there. */
    public List<Role> among(Set<UUID> ids) {
        return find("id in ?1", ids).list().stream().map(RoleEntity::asRole).toList();
    }

    /** A role of the context. */
    public Optional<Locked<Role>> in(Locked<Context> context, UUID id) {
        return get(id).filter(role -> role.contextId().equals(context.now().id()))
                .map(Locked::new);
    }

    /** All roles of the context, by name. */
    public List<Locked<Role>> all(Locked<Context> context) {
        return of(context.now().id()).stream().map(Locked::new).toList();
    }

    /** The same without the lock. */
    public List<Role> of(UUID contextId) {
        return find("contextId = ?1 order by nameKey", contextId).list().stream()
                .map(RoleEntity::asRole)
                .toList();
    }

    /** The built-in roles of the key that hold other permissions, in whatever context. */
    public List<UUID> builtInWithOtherThan(String key, Set<Permission> permissions) {
        return database.list(
                Sql.of("select id from role where key = :key and permissions <> :permissions")
                        .bind("key", key)
                        .bind("permissions", Sql.texts(RoleEntity.names(permissions))),
                row -> row.id("id"));
    }

    /** What somebody looks for in one context. */
    public Results<Role> search(RoleFilter filter) {
        return new RoleQuery(database, filter);
    }

    /** Whether another role of the context has the name, ignoring case. */
    boolean isNameTaken(Locked<Context> context, UUID exceptRoleId, String name) {
        return count(
                        "contextId = ?1 and id <> ?2 and nameKey = ?3",
                        context.now().id(),
                        exceptRoleId,
                        Names.key(name))
                > 0;
    }

    long countIn(Locked<Context> context) {
        return count("contextId", context.now().id());
    }

    void store(Changed<Role> change) {
        Role role = change.after();
        if (change.removed()) {
            deleteById(role.id());
        } else if (change.isCreation()) {
            persist(new RoleEntity().take(role));
        } else {
            findById(role.id()).take(role);
        }
        flush();
    }

    Stream<Role> everywhere() {
        return streamAll().map(RoleEntity::asRole);
    }
}
