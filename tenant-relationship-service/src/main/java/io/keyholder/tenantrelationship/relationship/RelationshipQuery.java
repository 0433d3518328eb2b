package io.keyholder.tenantrelationship.relationship;

import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Row;
import io.keyholder.sql.Sql;
import io.keyholder.tenantrelationship.relationship.RelationshipSearch.SideFilter;
import io.keyholder.web.list.Sort;
import io.keyholder.web.list.TableQuery;
import io.keyholder.web.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds relationships of a tenant, with the names of both sides and ordered by the other one's. */
final class RelationshipQuery extends TableQuery<NamedRelationship> {
    private final RelationshipSearch search;
    private final Sight sight;

    /**
     * Of which relationships of its tenant somebody may know.
     *
     * @param asCustomer whether of those on the customer's side
     * @param asPartner of which on the partner's side; empty: all
     */
    record Sight(UUID tenantId, boolean asCustomer, Optional<Set<UUID>> asPartner) {}

    RelationshipQuery(Database database, RelationshipSearch search, Sight sight) {
        super(database, "r", keyset(search.order()));
        this.search = search;
        this.sight = sight;
    }

    private static Keyset keyset(Sort sort) {
        return isByName(sort)
                ? Keyset.byText("other_name_key", sort.descending())
                : Keyset.byTime("established_at", sort.descending());
    }

    private static boolean isByName(Sort sort) {
        return sort.field().equals("name");
    }

    @Override
    public List<String> keysOf(NamedRelationship named) {
        return List.of(
                isByName(search.order())
                        ? Names.key(named.nameOfTheOtherThan(sight.tenantId()))
                        : named.relationship().establishedAt().toString(),
                named.relationship().id().toString());
    }

    @Override
    protected String from(Sql sql) {
        String tenant = sql.value(sight.tenantId());
        return """
                 from (select r.*, coalesce(c.name, '') as customer_name, coalesce(p.name, '') as partner_name,
                    coalesce(case when r.customer_id = %s then p.name_key else c.name_key end, '') as other_name_key
                    from relationship r left join tenant c on c.id = r.customer_id left join tenant p on p.id = r.partner_id
                    where %s) r where true
                """.formatted(tenant, sides(tenant, sql))
                + Conditions.amongTexts("r.status", search.statuses(), sql)
                + Conditions.among("r.id", search.among(), sql)
                + Conditions.since("r.updated_at", search.since(), sql)
                + Conditions.containing(
                        "r.other_name_key", Optional.ofNullable(search.q).map(Names::key), sql);
    }

    @Override
    protected NamedRelationship read(Row row) {
        return new NamedRelationship(RelationshipStore.read(row), row.text("customer_name"), row.text("partner_name"));
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
