package io.keyholder.audit.log;

import io.keyholder.audit.log.model.EntryFilter;
import io.keyholder.audit.log.model.LogQuery;
import io.keyholder.sql.Sql;
import java.util.Collection;
import java.util.UUID;

/** Which rows of the log are asked for. */
final class LogCondition {
    private final Sql sql;

    private LogCondition(Sql sql) {
        this.sql = sql;
    }

    /** Appends the condition to a statement. */
    static Sql append(LogQuery query, Sql sql) {
        sql.append("tenant_id = " + sql.value(query.tenantId()));
        sql.append(" and time >= " + sql.value(Timestamps.of(query.period().from())));
        query.period().until().ifPresent(until -> sql.append(" and time < " + sql.value(Timestamps.of(until))));
        new LogCondition(sql).and(query.filter());
        return sql;
    }

    private void and(EntryFilter filter) {
        andAny("category", filter.categories());
        andAny("operation", filter.operations());
        andAny("result", filter.results());
        andAny("user_id", filter.userIds());
        andAny("user_tenant_id", filter.userTenantIds());
    }

    /** One value is compared with {@code =}: only then does an index that it leads give the log's order. */
    private void andAny(String column, Collection<?> values) {
        if (values.size() == 1) {
            Object only = values.iterator().next();
            sql.append(" and " + column + " = " + sql.value(only instanceof Enum<?> named ? named.name() : only));
        } else if (!values.isEmpty()) {
            sql.append(" and " + column + " = any(" + sql.value(arrayOf(values)) + ")");
        }
    }

    private static Object arrayOf(Collection<?> values) {
        return values.stream().allMatch(UUID.class::isInstance)
                ? Sql.ids(values.stream().map(UUID.class::cast).toList())
                : Sql.texts(values);
    }
}
