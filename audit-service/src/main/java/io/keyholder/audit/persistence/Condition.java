package io.keyholder.audit.persistence;

import io.keyholder.audit.domain.EntryFilter;
import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which rows are asked for: the text of the condition and, in step with it, its parameters. */
final class Condition {
    private final StringBuilder sql = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();

    private Condition() {}

    static Condition of(LogQuery query) {
        Condition condition = new Condition();
        condition.and("tenant_id = ?", query.tenantId());
        condition.and("time >= ?", Timestamps.of(query.period().from()));
        query.period().until().ifPresent(until -> condition.and("time < ?", Timestamps.of(until)));
        condition.and(query.filter());
        return condition;
    }

    /** Only what comes later in the order. The first part says nothing new, but lets whole months be left out. */
    Condition after(Position position) {
        and("time <= ?", Timestamps.of(position.time()));
        sql.append(" and (time, id) < (?, ?)");
        parameters.add(new Parameter.One(Timestamps.of(position.time())));
        parameters.add(new Parameter.One(position.id()));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int place = 1;
        for (Parameter parameter : parameters) {
            switch (parameter) {
                case Parameter.One one -> statement.setObject(place, one.value());
                case Parameter.Any any ->
                    statement.setArray(
                            place,
                            connection.createArrayOf(any.type(), any.values().toArray()));
            }
            place++;
        }
    }

    private void and(EntryFilter filter) {
        andAny("category", "text", names(filter.categories()));
        andAny("operation", "text", names(filter.operations()));
        andAny("result", "text", names(filter.results()));
        andAny("user_id", "text", filter.userIds());
        andAny("user_tenant_id", "uuid", filter.userTenantIds());
    }

    private void and(String comparison, Object value) {
        sql.append(sql.isEmpty() ? "" : " and ").append(comparison);
        parameters.add(new Parameter.One(value));
    }

    /** One value is compared with {@code =}: only then does an index that it leads give the log's order. */
    private void andAny(String column, String type, Collection<?> values) {
        if (values.size() == 1) {
            and(column + " = ?", values.iterator().next());
        } else if (!values.isEmpty()) {
            sql.append(" and ").append(column).append(" = any (?)");
            parameters.add(new Parameter.Any(type, values));
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    private sealed interface Parameter {
        record One(Object value) implements Parameter {}

        record Any(String type, Collection<?> values) implements Parameter {}
    }
}
