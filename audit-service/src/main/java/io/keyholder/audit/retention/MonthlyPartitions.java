package io.keyholder.audit.retention;

import io.keyholder.audit.retention.model.Month;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The partitions of the log, made and dropped by functions of its owner: the service's user may not. Each is made or dropped in a transaction of its own, by one instance at a time, that gives
 * up soon when it has to wait for a lock: whoever asks for the table meanwhile would wait behind it.
 */
@ApplicationScoped
public class MonthlyPartitions {
    private static final Logger LOG = Logger.getLogger(MonthlyPartitions.class);

    private static final String ONE_AT_A_TIME = """
            set local lock_timeout = '1s';
            select pg_advisory_xact_lock(hashtext('audit_entry'))
            """;

    private static final String ALL = """
            select table_of.relname from pg_inherits
            join pg_class table_of on table_of.oid = inhrelid
            where inhparent = 'audit_entry'::regclass
            """;

    private final DataSource database;

    MonthlyPartitions(DataSource database) {
        this.database = database;
    }

    /** Makes the months that are missing. */
    public void prepare(List<YearMonth> months) {
        months.stream().map(Month::new).forEach(month -> alone(statement -> make(statement, month)));
    }

    /** Drops every month that was over before the time, and what lies outside the months and is older. */
    public void forgetBefore(Instant time) {
        alone(statement ->
                statement.execute("select forget_audit_entries_outside('" + time.atOffset(ZoneOffset.UTC) + "')"));
        present()
                .filter(month -> !month.end().isAfter(time))
                .forEach(month -> alone(statement -> drop(statement, month)));
    }

    private static void make(Statement statement, Month month) throws SQLException {
        if (!tables(statement).contains(month.table())) {
            statement.execute("select make_audit_month('" + month.firstDay() + "')");
            LOG.infof("event=audit.month-made table=%s", month.table());
        }
    }

    private static void drop(Statement statement, Month month) throws SQLException {
        statement.execute("select drop_audit_month('" + month.firstDay() + "')");
        LOG.infof("event=audit.month-dropped table=%s", month.table());
    }

    private Stream<Month> present() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                return tables(statement).stream().map(Month::named).flatMap(Optional::stream);
            }
        });
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private void alone(Work work) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
                work.run(statement);
            } catch (SQLException e) {
                throw new IllegalStateException("The log's partitions could not be kept", e);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void run(Statement statement) throws SQLException;
    }
}
