package io.keyholder.rbac.assignment;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Assignments in PostgreSQL, each with its members in one statement. A context's lock is that of its assignments. */
@ApplicationScoped
public class AssignmentStore {
    private static final String SELECT = "select * from assignment" + AssignmentRows.WITH_MEMBERS;

    private final Database database;

    AssignmentStore(Database database) {
        this.database = database;
    }

    public Optional<Assignment> get(UUID id) {
        return database.first(Sql.of(SELECT + "where a.id = :id").bind("id", id), AssignmentRows::read);
    }

    /** An assignment of the context. */
    public Optional<Locked<Assignment>> in(Locked<Context> context, UUID id) {
        return get(id).filter(assignment ->
                        assignment.contextId().equals(context.now().id()))
                .map(Locked::new);
    }

    public List<Assignment> ofRole(UUID roleId) {
        return database.list(
                Sql.of(SELECT + "where a.role_id = :role order by a.name_key, a.id")
                        .bind("role", roleId),
                AssignmentRows::read);
    }

    /** Those of the context that name any of the principals and run at the time. */
    public List<Assignment> running(UUID contextId, List<Principal> principals, Instant now) {
        return unended(contextId, principals, now).stream()
                .filter(assignment -> assignment.details().period().hasStarted(now))
                .toList();
    }

    /** Those of the context that name any of the principals and have not ended at the time: some are yet to begin. */
    public List<Assignment> unended(UUID contextId, List<Principal> principals, Instant now) {
        return database.list(
                Sql.of(SELECT + """
                        where a.context_id = :context and (a.ends_at is null or a.ends_at > :now)
                        and a.id in (select m.assignment_id
                                     from unnest(:tenants, :types, :ids) named (tenant_id, type, principal_id)
                                     join assignment_member m using (tenant_id, type, principal_id))
                        """)
                        .bind("context", contextId)
                        .bind("now", now)
                        .bind("tenants", Sql.ids(principals, Principal::tenantId))
                        .bind("types", Sql.texts(principals, Principal::type))
                        .bind("ids", Sql.texts(principals, Principal::id)),
                AssignmentRows::read);
    }

    /** What somebody looks for in one context. */
    public Results<Assignment> search(AssignmentFilter filter) {
        return new AssignmentQuery(database, filter);
    }

    /**
     * Takes note of one more of the context, which is locked, unless there are that many already. Counting a hundred thousand with
     * each that is made would make the last of them slow.
     *
     * @return whether there may be one more
     */
    boolean admitOneMore(UUID contextId, long most) {
        if (database.update(Sql.of("""
                        update context set assignments_at_most = assignments_at_most + 1
                        where id = :context and assignments_at_most < :most
                        """).bind("context", contextId).bind("most", most)) == 1) {
            return true;
        }
        long present = count("context_id", contextId);
        if (present >= most) {
            return false;
        }
        database.update(Sql.of("update context set assignments_at_most = :now where id = :context")
                .bind("context", contextId)
                .bind("now", present + 1));
        return true;
    }

    public long countOf(UUID roleId) {
        return count("role_id", roleId);
    }

    private long count(String column, UUID id) {
        return database.one(
                Sql.of("select count(*) from assignment where " + column + " = :id")
                        .bind("id", id),
                row -> row.number("count"));
    }

    void store(Changed<Assignment> change) {
        UUID id = change.after().id();
        if (change.removed()) {
            database.update(Sql.of("delete from assignment where id = :id").bind("id", id));
        } else {
            StoredRow row = AssignmentRows.row(change.after());
            database.update(change.isCreation() ? row.insert() : row.update());
            database.update(AssignmentRows.members(id, change.after().details().members()));
        }
    }

    Stream<Assignment> everywhere() {
        return database.all(
                after -> Sql.of(SELECT + "where a.id > :after order by a.id limit 1000")
                        .bind("after", after),
                AssignmentRows::read,
                Assignment::id);
    }
}
