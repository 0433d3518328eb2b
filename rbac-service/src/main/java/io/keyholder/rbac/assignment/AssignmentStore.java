package io.keyholder.rbac.assignment;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.assignment.model.Period;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.Changed;
import io.keyholder.record.Locked;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Assignments in PostgreSQL, each with its members in one statement. A context's lock is that of its assignments. */
@ApplicationScoped
public class AssignmentStore {
    /** Joins an assignment {@code a} with its members, in no order. */
    static final String WITH_MEMBERS = """
             a cross join lateral (
                select coalesce(array_agg(m.tenant_id), '{}') as member_tenants,
                       coalesce(array_agg(m.type), '{}') as member_types,
                       coalesce(array_agg(m.principal_id), '{}') as member_ids,
                       coalesce(array_agg(m.display_name), '{}') as member_names
                from assignment_member m where m.assignment_id = a.id) members
            """;

    private static final String SELECT = "select * from assignment" + WITH_MEMBERS;

    private final Database database;

    AssignmentStore(Database database) {
        this.database = database;
    }

    public Optional<Assignment> get(UUID id) {
        return database.first(Sql.of(SELECT + "where a.id = :id").bind("id", id), AssignmentStore::read);
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
                AssignmentStore::read);
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
                AssignmentStore::read);
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
            StoredRow row = row(change.after());
            database.update(change.isCreation() ? row.insert() : row.update());
            storeMembers(id, change.after().details().members());
        }
    }

    Stream<Assignment> everywhere() {
        return database.all(
                after -> Sql.of(SELECT + "where a.id > :after order by a.id limit 1000")
                        .bind("after", after),
                AssignmentStore::read,
                Assignment::id);
    }

    private static StoredRow row(Assignment assignment) {
        AssignmentDetails details = assignment.details();
        return StoredRow.of("assignment", assignment.id())
                .once("role_id", assignment.roleId())
                .once("customer_id", assignment.context().customerId())
                .once("relationship_id", assignment.context().relationshipId())
                .once("created_at", assignment.createdAt())
                .set("role_version", assignment.roleVersion())
                .set("name", details.name())
                .set("name_key", Names.key(details.name()))
                .set("description", details.description())
                .set("email_notifications", details.emailNotifications())
                .set("scope_type", details.scope().type())
                .set("room_ids", Sql.ids(details.scope().roomIds()))
                .set("room_group_ids", Sql.ids(details.scope().roomGroupIds()))
                .set("starts_at", details.period().startsAt())
                .set("ends_at", details.period().endsAt())
                .set("updated_at", assignment.updatedAt())
                .set("version", assignment.version());
    }

    private void storeMembers(UUID id, List<Member> members) {
        Sql named = Sql.of("""
                with named as (select * from unnest(:tenants, :types, :ids, :names) n (tenant_id, type, principal_id, display_name)),
                gone as (delete from assignment_member m where m.assignment_id = :assignment and not exists (
                    select from named n where (n.tenant_id, n.type, n.principal_id) = (m.tenant_id, m.type, m.principal_id)))
                insert into assignment_member as m (assignment_id, tenant_id, type, principal_id, display_name)
                select :assignment, tenant_id, type, principal_id, display_name from named
                on conflict (assignment_id, tenant_id, type, principal_id) do update set display_name = excluded.display_name
                where m.display_name <> excluded.display_name
                """);
        database.update(named.bind("assignment", id)
                .bind("tenants", Sql.ids(members, member -> member.principal().tenantId()))
                .bind("types", Sql.texts(members, member -> member.principal().type()))
                .bind("ids", Sql.texts(members, member -> member.principal().id()))
                .bind("names", Sql.texts(members, Member::displayName)));
    }

    static Assignment read(Row row) {
        AssignmentDetails details = new AssignmentDetails(
                row.text("name"),
                row.optionalText("description"),
                row.flag("email_notifications"),
                members(row),
                new Scope(row.constant("scope_type", Scope.Type.class), row.ids("room_ids"), row.ids("room_group_ids")),
                new Period(row.optionalTime("starts_at"), row.optionalTime("ends_at")));
        return new Assignment(
                row.id("id"),
                row.id("role_id"),
                row.number("role_version"),
                new AccessContext(
                        row.id("customer_id"), row.optionalId("relationship_id").orElse(null)),
                details,
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }

    private static List<Member> members(Row row) {
        List<UUID> tenants = row.ids("member_tenants");
        List<String> types = row.texts("member_types");
        List<String> ids = row.texts("member_ids");
        List<String> names = row.texts("member_names");
        List<Member> members = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Principal principal = new Principal(tenants.get(i), Principal.Type.valueOf(types.get(i)), ids.get(i));
            members.add(new Member(principal, names.get(i)));
        }
        members.sort(Member.BY_PRINCIPAL);
        return members;
    }
}
