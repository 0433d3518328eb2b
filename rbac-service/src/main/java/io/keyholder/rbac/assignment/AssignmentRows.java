package io.keyholder.rbac.assignment;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.assignment.model.Period;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.sql.StoredRow;
import io.keyholder.web.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Assignments as rows: one each, and one for each member. */
final class AssignmentRows {
    /** Joins an assignment {@code a} with its members, in no order. */
    static final String WITH_MEMBERS = """
             a cross join lateral (
                select coalesce(array_agg(m.tenant_id), '{}') as member_tenants,
                       coalesce(array_agg(m.type), '{}') as member_types,
                       coalesce(array_agg(m.principal_id), '{}') as member_ids,
                       coalesce(array_agg(m.display_name), '{}') as member_names
                from assignment_member m where m.assignment_id = a.id) members
            """;

    private AssignmentRows() {}

    static StoredRow row(Assignment assignment) {
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

    /** Makes the members of an assignment these. */
    static Sql members(UUID id, List<Member> members) {
        return Sql.of("""
                with named as (select * from unnest(:tenants, :types, :ids, :names) n (tenant_id, type, principal_id, display_name)),
                gone as (delete from assignment_member m where m.assignment_id = :assignment and not exists (
                    select from named n where (n.tenant_id, n.type, n.principal_id) = (m.tenant_id, m.type, m.principal_id)))
                insert into assignment_member as m (assignment_id, tenant_id, type, principal_id, display_name)
                select :assignment, tenant_id, type, principal_id, display_name from named
                on conflict (assignment_id, tenant_id, type, principal_id) do update set display_name = excluded.display_name
                where m.display_name <> excluded.display_name
                """)
                .bind("assignment", id)
                .bind("tenants", Sql.ids(members, member -> member.principal().tenantId()))
                .bind("types", Sql.texts(members, member -> member.principal().type()))
                .bind("ids", Sql.texts(members, member -> member.principal().id()))
                .bind("names", Sql.texts(members, Member::displayName));
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
