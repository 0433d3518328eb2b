package io.keyholder.invitation.invitation;

import io.keyholder.invitation.invitation.model.Invitation;
import io.keyholder.sql.Conditions;
import io.keyholder.sql.Database;
import io.keyholder.sql.Keyset;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import io.keyholder.web.list.Sort;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds invitations as they are at one time: a branch for each box, along the index in the order of the list. None is in both, for nobody
 * invites itself.
 */
final class InvitationQuery implements Results<Invitation> {
    private final Database database;
    private final InvitationFilter filter;
    private final Instant now;
    private final Keyset order;

    InvitationQuery(Database database, InvitationFilter filter, Instant now) {
        this.database = database;
        this.filter = filter;
        this.now = now;
        this.order = order(filter.sort());
    }

    @Override
    public List<Invitation> page(List<String> after, int limit) {
        if (findsNothing()) {
            return List.of();
        }
        Sql sql = Sql.empty();
        String end = order.order("i", "id") + " limit " + sql.value(limit);
        String boxes = boxes("i.*", order.after("i", "id", after, sql) + end, sql);
        sql.append("select i.*, admins.* from (" + boxes + ") i" + InvitationRows.WITH_ADMINS + end);
        return database.list(sql, row -> InvitationRows.read(row).at(now));
    }

    @Override
    public long count() {
        if (findsNothing()) {
            return 0;
        }
        Sql sql = Sql.empty();
        sql.append("select count(*) from (" + boxes("i.id", "", sql) + ") i");
        return database.one(sql, row -> row.number("count"));
    }

    @Override
    public List<String> keysOf(Invitation invitation) {
        String first = switch (filter.sort().field()) {
            case "createdAt" -> invitation.createdAt().toString();
            case "expiresAt" -> invitation.expiresAt().toString();
            default -> invitation.offer().partnerDomain();
        };
        return List.of(first, invitation.id().toString());
    }

    private static Keyset order(Sort sort) {
        return switch (sort.field()) {
            case "createdAt" -> Keyset.byTime("created_at", sort.descending());
            case "expiresAt" -> Keyset.byTime("expires_at", sort.descending());
            default -> new Keyset("partner_domain", "", text -> text, sort.descending());
        };
    }

    private boolean findsNothing() {
        return !filter.sent() && !filter.received();
    }

    private String boxes(String columns, String end, Sql sql) {
        String tenant = sql.value(filter.tenantId());
        String conditions = conditions(tenant, sql);
        return Stream.of(filter.sent() ? "i.customer_id" : "", filter.received() ? "i.partner_id" : "")
                .filter(side -> !side.isEmpty())
                .map(side -> "(select " + columns + " from invitation i where " + side + " = " + tenant + conditions
                        + end + ")")
                .collect(Collectors.joining(" union all "));
    }

    private String conditions(String tenant, Sql sql) {
        // A stored PENDING counts as what it is by now.
        String hasExpired = "i.status = 'PENDING' and i.expires_at <= " + sql.value(now);
        StringBuilder conditions = new StringBuilder(" and case when " + hasExpired
                + " then 'EXPIRED' else i.status end = any(" + sql.value(Sql.texts(filter.statuses())) + ")");
        filter.customerId().ifPresent(customer -> conditions.append(" and i.customer_id = " + sql.value(customer)));
        filter.search()
                .ifPresent(search -> conditions.append(" and (position(" + sql.value(search.text())
                        + " in i.partner_domain) > 0 or (i.partner_id = " + tenant + " and i.customer_id = any("
                        + sql.valueOf(search.customers()) + ")))"));
        conditions.append(Conditions.among("i.id", filter.ids(), sql));
        filter.updatedSince()
                .map(sql::value)
                .ifPresent(since -> conditions.append(" and (i.updated_at >= " + since + " or (" + hasExpired
                        + " and i.expires_at >= " + since + "))"));
        return conditions.toString();
    }
}
