package io.keyholder.rbac.assignment;

import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.TableQuery;
import java.util.List;

/** Finds assignments of one context. */
final class AssignmentQuery extends TableQuery<Assignment> {
    private final AssignmentFilter filter;

    AssignmentQuery(Database database, AssignmentFilter filter) {
        super(database, "a", filter.order().keyset());
        this.filter = filter;
    }

    @Override
    public List<String> keysOf(Assignment assignment) {
        return filter.order().keysOf(assignment.details().name(), assignment.createdAt(), assignment.id());
    }

    @Override
    protected String from(Sql sql) {
        return " from assignment a where a.context_id = " + sql.value(filter.contextId())
                + filter.roleId()
                        .map(role -> " and a.role_id = " + sql.value(role))
                        .orElse("")
                + Conditions.among("a.id", filter.among(), sql)
                + Conditions.since("a.updated_at", filter.updatedSince(), sql)
                + namingMember(sql);
    }

    private String namingMember(Sql sql) {
        if (filter.memberType().isEmpty() && filter.memberId().isEmpty()) {
            return "";
        }
        return " and exists (select 1 from assignment_member m where m.assignment_id = a.id"
                + filter.memberType()
                        .map(type -> " and m.type = " + sql.value(type))
                        .orElse("")
                + filter.memberId()
                        .map(id -> " and m.principal_id = " + sql.value(id))
                        .orElse("")
                + ")";
    }

    /** Members are looked up for the page alone. */
    @Override
    protected String whole(String page, String order) {
        return "select * from (" + page + ")" + AssignmentRows.WITH_MEMBERS + order;
    }

    @Override
    protected Assignment read(Row row) {
        return AssignmentRows.read(row);
    }
}
