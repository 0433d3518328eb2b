package io.keyholder.rbac.assignment.persistence;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.application.AssignmentFilter;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.web.list.Keyset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PanacheAssignments implements Assignments, PanacheRepositoryBase<AssignmentEntity, UUID> {
    private static final String NAMING = """
            select distinct a from AssignmentEntity a join a.members m
            where a.contextId = :context
            and (a.endsAt is null or a.endsAt > :now)
            and m.tenantId = :tenant and m.type = :type and m.principalId in :ids
            """;

    private static final String COUNT_ON = """
            update context set assignments_at_most = assignments_at_most + 1
            where id = :context and assignments_at_most < :number
            """;
    private static final String COUNT_FROM = "update context set assignments_at_most = :number where id = :context";

    @Override
    public Optional<Assignment> find(UUID id) {
        return findByIdOptional(id).map(AssignmentEntity::asAssignment);
    }

    @Override
    public List<Assignment> ofRole(UUID roleId) {
        return find("roleId = ?1 order by nameKey, id", roleId).list().stream()
                .map(AssignmentEntity::asAssignment)
                .toList();
    }

    @Override
    public List<Assignment> running(UUID contextId, List<Principal> principals, Instant now) {
        return unended(contextId, principals, now).stream()
                .filter(assignment -> assignment.details().period().hasStarted(now))
                .toList();
    }

    @Override
    public List<Assignment> unended(UUID contextId, List<Principal> principals, Instant now) {
        return Stream.of(Principal.Type.values())
                .flatMap(type -> naming(
                        contextId,
                        principals.stream().filter(p -> p.type() == type).toList(),
                        now))
                .distinct()
                .toList();
    }

    /** All of one type and tenant, so that the index by principal serves. */
    private Stream<Assignment> naming(UUID contextId, List<Principal> principals, Instant now) {
        if (principals.isEmpty()) {
            return Stream.empty();
        }
        Principal any = principals.getFirst();
        return find(
                        NAMING,
                        Parameters.with("context", contextId)
                                .and("now", now)
                                .and("tenant", any.tenantId())
                                .and("type", any.type())
                                .and(
                                        "ids",
                                        principals.stream().map(Principal::id).toList()))
                .list()
                .stream()
                .map(AssignmentEntity::asAssignment);
    }

    /** Counting a hundred thousand with each that is made would make the last of them slow. */
    @Override
    public boolean admitOneMore(UUID contextId, int most) {
        if (update(COUNT_ON, contextId, most) == 1) {
            return true;
        }
        long present = count("contextId", contextId);
        if (present >= most) {
            return false;
        }
        update(COUNT_FROM, contextId, present + 1);
        return true;
    }

    private int update(String statement, UUID contextId, long number) {
        return getEntityManager()
                .createNativeQuery(statement)
                .setParameter("context", contextId)
                .setParameter("number", number)
                .executeUpdate();
    }

    @Override
    public void add(Assignment assignment) {
        AssignmentEntity entity = new AssignmentEntity();
        entity.take(assignment);
        persist(entity);
    }

    @Override
    public void update(Assignment assignment) {
        findById(assignment.id()).take(assignment);
    }

    @Override
    public void remove(UUID id) {
        deleteById(id);
    }

    @Override
    public List<Assignment> list(AssignmentFilter filter, List<String> after, int limit) {
        Keyset keyset = filter.sort().field().equals("name")
                ? Keyset.byText("nameKey", filter.sort().descending())
                : Keyset.byTime("createdAt", filter.sort().descending());
        Parameters parameters = parameters(filter);
        keyset.bind(after, parameters::and);
        return find(condition(filter) + keyset.behind(after) + keyset.order(), parameters)
                .range(0, limit - 1)
                .list()
                .stream()
                .map(AssignmentEntity::asAssignment)
                .toList();
    }

    @Override
    public long count(AssignmentFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    @Override
    public Stream<Assignment> all() {
        return streamAll().map(AssignmentEntity::asAssignment);
    }

    private static String condition(AssignmentFilter filter) {
        StringBuilder where = new StringBuilder("contextId = :context");
        filter.roleId().ifPresent(role -> where.append(" and roleId = :role"));
        if (filter.memberType().isPresent() || filter.memberId().isPresent()) {
            where.append(
                    " and id in (select named.id from AssignmentEntity named join named.members m where true = true");
            filter.memberType().ifPresent(type -> where.append(" and m.type = :type"));
            filter.memberId().ifPresent(member -> where.append(" and m.principalId = :member"));
            where.append(')');
        }
        return where.toString();
    }

    private static Parameters parameters(AssignmentFilter filter) {
        Parameters parameters = Parameters.with("context", filter.contextId());
        filter.roleId().ifPresent(role -> parameters.and("role", role));
        filter.memberType().ifPresent(type -> parameters.and("type", type));
        filter.memberId().ifPresent(member -> parameters.and("member", member));
        return parameters;
    }
}
