package io.keyholder.invitation.persistence;

import io.keyholder.invitation.application.InvitationFilter;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.web.list.Keyset;
import io.keyholder.web.list.Sort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A filter as HQL. */
record InvitationQuery(String where, Map<String, Object> parameters, Keyset keyset) {

    static InvitationQuery of(InvitationFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add(side(filter, parameters));
        conditions.add(status(filter, parameters));
        filter.customerId().ifPresent(customer -> {
            conditions.add("customerId = :customer");
            parameters.put("customer", customer);
        });
        filter.search().ifPresent(search -> {
            conditions.add(
                    "(locate(:text, offer.partnerDomain) > 0 or (partnerId = :tenant and customerId in :named))");
            parameters.put("text", search.text());
            parameters.put("tenant", filter.tenantId());
            parameters.put("named", search.customers());
        });
        if (!filter.ids().isEmpty()) {
            conditions.add("id in :ids");
            parameters.put("ids", filter.ids());
        }
        filter.updatedSince().ifPresent(since -> {
            conditions.add("coalesce(updatedAt, createdAt) >= :since");
            parameters.put("since", since);
        });
        return new InvitationQuery(String.join(" and ", conditions), parameters, keyset(filter.sort()));
    }

    /** Goes on behind the item with these keys; from the first when there are none. */
    InvitationQuery after(List<String> keys) {
        Map<String, Object> more = new HashMap<>(parameters);
        keyset.bind(keys, more::put);
        return new InvitationQuery(where + keyset.behind(keys), more, keyset);
    }

    private static Keyset keyset(Sort sort) {
        return switch (sort.field()) {
            case "createdAt", "expiresAt" -> Keyset.byTime(sort.field(), sort.descending());
            default -> Keyset.byText("offer.partnerDomain", sort.descending());
        };
    }

    private static String side(InvitationFilter filter, Map<String, Object> parameters) {
        List<String> sides = new ArrayList<>();
        if (filter.sent()) {
            sides.add("customerId = :tenant");
        }
        if (filter.received()) {
            sides.add("partnerId = :tenant");
        }
        if (sides.isEmpty()) {
            return "1 = 0";
        }
        parameters.put("tenant", filter.tenantId());
        return "(" + String.join(" or ", sides) + ")";
    }

    /** A stored PENDING counts as what it is by now. */
    private static String status(InvitationFilter filter, Map<String, Object> parameters) {
        Set<InvitationStatus> stored = EnumSet.copyOf(filter.statuses());
        List<String> statuses = new ArrayList<>();
        if (stored.remove(InvitationStatus.PENDING)) {
            statuses.add("(status = PENDING and expiresAt > :now)");
            parameters.put("now", filter.now());
        }
        if (stored.contains(InvitationStatus.EXPIRED)) {
            statuses.add("(status = PENDING and expiresAt <= :now)");
            parameters.put("now", filter.now());
        }
        if (!stored.isEmpty()) {
            statuses.add("status in :statuses");
            parameters.put("statuses", stored);
        }
        return "(" + String.join(" or ", statuses) + ")";
    }
}
