package io.keyholder.rbac.assignment;

import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import java.util.List;

/** Finds assignments of one context. */
final class AssignmentQuery implements Results<Assignment> {
    private final Database database;
    private final AssignmentFilter filter;
    private final boolean byName;

    AssignmentQuery(Database database, AssignmentFilter filter) {
        this.database = database;
        this.filter = filter;
        this.byName = filter.sort().field().equals("name");
    }

    @Override
    public List<Assignment> page(List<String> after, int limit) {
        Keyset order = byName
                ? Keyset.byText("name_key", filter.sort().descending())
                : Keyset.byTime("created_at", filter.sort().descending());
        Sql sql = Sql.of("select * from (select * from assignment a");
        restrict(sql);
        sql.append(order.after("a", "id", after, sql) + order.order("a", "id") + " limit " + sql.value(limit) + ")")
                .append(AssignmentStore.WITH_MEMBERS + order.order("a", "id"));
        return database.list(sql, AssignmentStore::read);
    }

    @Override
    public long count() {
        Sql sql = Sql.of("select count(*) from assignment a");
        restrict(sql);
        return database.one(sql, row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(Assignment assignment) {
        return List.of(
                byName
                        ? Names.key(assignment.details().name())
                        : assignment.createdAt().toString(),
                assignment.id().toString());
    }

    private void restrict(Sql sql) {
        sql.append(" where a.context_id = " + sql.value(filter.contextId()));
        filter.roleId().ifPresent(role -> sql.append(" and a.role_id = " + sql.value(role)));
        if (!filter.among().isEmpty()) {
            sql.append(" and a.id = any(" + sql.valueOf(filter.among()) + ")");
        }
        filter.updatedSince().ifPresent(time -> sql.append(" and a.updated_at >= " + sql.value(time)));
        if (filter.memberType().isPresent() || filter.memberId().isPresent()) {
            sql.append(" and exists (select 1 from assignment_member m where m.assignment_id = a.id");
            filter.memberType().ifPresent(type -> sql.append(" and m.type = " + sql.value(type)));
            filter.memberId().ifPresent(member -> sql.append(" and m.principal_id = " + sql.value(member)));
            sql.append(")");
        }
    }
}
