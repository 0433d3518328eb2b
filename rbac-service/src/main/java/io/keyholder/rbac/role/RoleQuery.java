package io.keyholder.rbac.role;

import io.keyholder.access.AccessContext;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.text.Names;
import java.util.List;

/** Finds roles of one context. */
final class RoleQuery implements Results<Role> {
    private final Database database;
    private final RoleFilter filter;
    private final boolean byName;

    RoleQuery(Database database, RoleFilter filter) {
        this.database = database;
        this.filter = filter;
        this.byName = filter.sort().field().equals("name");
    }

    @Override
    public List<Role> page(List<String> after, int limit) {
        Keyset order = byName
                ? Keyset.byText("name_key", filter.sort().descending())
                : Keyset.byTime("created_at", filter.sort().descending());
        Sql sql = Sql.of("select r.* from role r");
        restrict(sql);
        sql.append(order.after("r", "id", after, sql) + order.order("r", "id") + " limit " + sql.value(limit));
        return database.list(sql, RoleQuery::read);
    }

    @Override
    public long count() {
        Sql sql = Sql.of("select count(*) from role r");
        restrict(sql);
        return database.one(sql, row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(Role role) {
        return List.of(
                byName ? Names.key(role.name()) : role.createdAt().toString(),
                role.id().toString());
    }

    private void restrict(Sql sql) {
        sql.append(" where r.context_id = " + sql.value(filter.contextId()));
        if (!filter.among().isEmpty()) {
            sql.append(" and r.id = any(" + sql.valueOf(filter.among()) + ")");
        }
        if (!filter.keys().isEmpty()) {
            sql.append(" and r.key = any(" + sql.value(Sql.texts(filter.keys())) + ")");
        }
        if (filter.types().size() == 1) {
            sql.append(filter.types().contains(Role.Type.CUSTOM) ? " and r.key is null" : " and r.key is not null");
        }
        filter.nameContains()
                .ifPresent(text -> sql.append(" and position(" + sql.value(Names.key(text)) + " in r.name_key) > 0"));
        filter.updatedSince().ifPresent(time -> sql.append(" and r.updated_at >= " + sql.value(time)));
    }

    private static Role read(Row row) {
        return new Role(
                row.id("id"),
                new AccessContext(
                        row.id("customer_id"), row.optionalId("relationship_id").orElse(null)),
                row.optionalText("key"),
                new RoleDetails(
                        row.text("name"),
                        row.optionalText("description"),
                        RoleEntity.permissions(row.texts("permissions"))),
                row.time("created_at"),
                row.time("updated_at"),
                row.number("version"));
    }
}
