package io.keyholder.rbac.role.persistence;

import io.keyholder.access.Permission;
import io.keyholder.rbac.role.application.RoleFilter;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import io.keyholder.web.list.Keyset;
import io.keyholder.web.text.Names;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheRoles implements Roles, PanacheRepositoryBase<RoleEntity, UUID> {

    @Override
    public Optional<Role> find(UUID id) {
        return findByIdOptional(id).map(RoleEntity::asRole);
    }

    @Override
    public List<Role> of(UUID contextId) {
        return find("contextId = ?1 order by nameKey", contextId).list().stream()
                .map(RoleEntity::asRole)
                .toList();
    }

    @Override
    public Set<String> builtInKeys(UUID contextId) {
        return of(contextId).stream().flatMap(role -> role.key().stream()).collect(Collectors.toSet());
    }

    @Override
    public List<UUID> builtInWithOtherThan(String key, Set<Permission> permissions) {
        return getEntityManager()
                .createNativeQuery(
                        "select id from role where key = :key and permissions <> cast(:permissions as text[])",
                        UUID.class)
                .setParameter("key", key)
                .setParameter("permissions", '{' + String.join(",", RoleEntity.names(permissions)) + '}')
                .getResultStream()
                .map(UUID.class::cast)
                .toList();
    }

    @Override
    public boolean isNameTaken(UUID contextId, UUID exceptRoleId, RoleDetails details) {
        return count("contextId = ?1 and id <> ?2 and nameKey = ?3", contextId, exceptRoleId, Names.key(details.name()))
                > 0;
    }

    @Override
    public void add(Role role) {
        RoleEntity entity = new RoleEntity();
        entity.take(role);
        persist(entity);
    }

    @Override
    public void update(Role role) {
        findById(role.id()).take(role);
    }

    @Override
    public void remove(UUID id) {
        deleteById(id);
    }

    @Override
    public List<Role> list(RoleFilter filter, List<String> after, int limit) {
        Keyset keyset = filter.sort().field().equals("name")
                ? Keyset.byText("nameKey", filter.sort().descending())
                : Keyset.byTime("createdAt", filter.sort().descending());
        Parameters parameters = parameters(filter);
        keyset.bind(after, parameters::and);
        return find(condition(filter) + keyset.behind(after) + keyset.order(), parameters)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(RoleEntity::asRole)
                .toList();
    }

    @Override
    public long countIn(UUID contextId) {
        return count("contextId", contextId);
    }

    @Override
    public long count(RoleFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    @Override
    public Stream<Role> all() {
        return streamAll().map(RoleEntity::asRole);
    }

    private static String condition(RoleFilter filter) {
        StringBuilder where = new StringBuilder("contextId = :context");
        if (!filter.keys().isEmpty()) {
            where.append(" and key in :keys");
        }
        if (filter.types().size() == 1) {
            where.append(filter.types().contains(Role.Type.CUSTOM) ? " and key is null" : " and key is not null");
        }
        filter.nameContains().ifPresent(text -> where.append(" and locate(:text, nameKey) > 0"));
        return where.toString();
    }

    private static Parameters parameters(RoleFilter filter) {
        Parameters parameters = Parameters.with("context", filter.contextId());
        if (!filter.keys().isEmpty()) {
            parameters.and("keys", filter.keys());
        }
        filter.nameContains().ifPresent(text -> parameters.and("text", Names.key(text)));
        return parameters;
    }
}
