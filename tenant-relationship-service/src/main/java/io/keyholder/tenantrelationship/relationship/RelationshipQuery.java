package io.keyholder.tenantrelationship.relationship;

import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.relationship.RelationshipSearch.SideFilter;
import io.keyholder.web.list.Results;
import io.keyholder.web.list.Sort;
import io.keyholder.web.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds relationships of a tenant, with the names of both sides and ordered by the other one's. */
final class RelationshipQuery implements Results<NamedRelationship> {
    private final Database database;
    private final RelationshipSearch search;
    private final Sight sight;
    private final Keyset order;
    private final boolean byName;

    /**
     * Of which relationships of its tenant somebody may know.
     *
     * @param asCustomer whether of those on the customer's side
     * @param asPartner of which on the partner's side; empty: all
     */
    record Sight(UUID tenantId, boolean asCustomer, Optional<Set<UUID>> asPartner) {}

    RelationshipQuery(Database database, RelationshipSearch search, Sight sight) {
        this.database = database;
        this.search = search;
        this.sight = sight;
        Sort sort = search.order();
        this.byName = sort.field().equals("name");
        this.order = byName
                ? Keyset.byText("other_name_key", sort.descending())
                : Keyset.byTime("established_at", sort.descending());
    }

    @Override
    public List<NamedRelationship> page(List<String> after, int limit) {
        Sql sql = Sql.empty();
        sql.append("select *" + from(sql) + order.after("r", "id", after, sql) + order.order("r", "id") + " limit "
                + sql.value(limit));
        return database.list(
                sql,
                row -> new NamedRelationship(
                        RelationshipEntity.read(row), row.text("customer_name"), row.text("partner_name")));
    }

    @Override
    public long count() {
        Sql sql = Sql.empty();
        return database.one(sql.append("select count(*)" + from(sql)), row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(NamedRelationship named) {
        return List.of(
                byName
                        ? Names.key(named.nameOfTheOtherThan(sight.tenantId()))
                        : named.relationship().establishedAt().toString(),
                named.relationship().id().toString());
    }

    private String from(Sql sql) {
        String tenant = sql.value(sight.tenantId());
        StringBuilder from = new StringBuilder("""
                 from (select r.*, coalesce(c.name, '') as customer_name, coalesce(p.name, '') as partner_name,
                    coalesce(case when r.customer_id = %s then p.name_key else c.name_key end, '') as other_name_key
                    from relationship r left join tenant c on c.id = r.customer_id left join tenant p on p.id = r.partner_id
                    where %s) r where true
                """.formatted(tenant, sides(tenant, sql)));
        from.append(" and r.status = any(" + sql.value(Sql.texts(search.statuses())) + ")");
        if (!search.among().isEmpty()) {
            from.append(" and r.id = any(" + sql.valueOf(search.among()) + ")");
        }
        search.since().ifPresent(time -> from.append(" and r.updated_at >= " + sql.value(time)));
        if (search.q != null) {
            from.append(" and position(" + sql.value(Names.key(search.q)) + " in r.other_name_key) > 0");
        }
        return from.toString();
    }

    private String sides(String tenant, Sql sql) {
        List<String> sides = new ArrayList<>();
        if (sight.asCustomer() && search.side != SideFilter.PARTNER) {
            sides.add("r.customer_id = " + tenant);
        }
        if (search.side != SideFilter.CUSTOMER) {
            sides.add("r.partner_id = " + tenant
                    + sight.asPartner()
                            .map(ids -> " and r.id = any(" + sql.valueOf(ids) + ")")
                            .orElse(""));
        }
        return sides.isEmpty() ? "false" : String.join(" or ", sides);
    }
}
