package io.keyholder.rbac.role;

import io.keyholder.access.AccessContext;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.TableQuery;
import io.keyholder.web.text.Names;
import java.util.List;

/** Finds roles of one context. */
final class RoleQuery extends TableQuery<Role> {
    private final RoleFilter filter;

    RoleQuery(Database database, RoleFilter filter) {
        super(database, "r", filter.order().keyset());
        this.filter = filter;
    }

    @Override
    public List<String> keysOf(Role role) {
        return filter.order().keysOf(role.name(), role.createdAt(), role.id());
    }

    @Override
    protected String from(Sql sql) {
        return " from role r where r.context_id = " + sql.value(filter.contextId())
                + Conditions.among("r.id", filter.among(), sql)
                + Conditions.amongTexts("r.key", filter.keys(), sql)
                + ofType()
                + Conditions.containing("r.name_key", filter.nameContains().map(Names::key), sql)
                + Conditions.since("r.updated_at", filter.updatedSince(), sql);
    }

    private String ofType() {
        if (filter.types().size() != 1) {
            return "";
        }
        return filter.types().contains(Role.Type.CUSTOM) ? " and r.key is null" : " and r.key is not null";
    }

    @Override
    protected Role read(Row row) {
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
