package io.keyholder.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.audit.retention.MonthlyPartitions;
import io.keyholder.audit.retention.model.Retention;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MonthsIT extends OfOneTenant {
    @Inject
    MonthlyPartitions storage;

    @Inject
    Retention retention;

    @Test
    void shouldBeThereAtTheStart() throws SQLException {
        assertThat(tables())
                .containsAll(retention.months().stream().map(MonthsIT::table).toList());
    }

    @Test
    void shouldTakeInWhatCameBeforeTheyWereMade() throws SQLException {
        YearMonth later = YearMonth.now(ZoneOffset.UTC).plusMonths(9);
        Instant end = later.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        log.stored(entries.at(end.minus(1, ChronoUnit.MICROS), "Inside"), entries.at(end, "Outside"));

        storage.prepare(List.of(later));
        storage.prepare(List.of(later));

        assertThat(names(table(later))).containsExactly("Inside");
        assertThat(names("audit_entry where tenant_id = '" + tenant + "'")).containsExactly("Inside", "Outside");
    }

    @Test
    void shouldGoAsAWholeOnceTheyAreOver() throws SQLException {
        storage.prepare(List.of(YearMonth.of(2001, 1), YearMonth.of(2001, 2)));
        log.stored(
                entries.at(Instant.parse("2000-12-31T23:00:00Z"), "Before"),
                entries.at(Instant.parse("2001-01-15T00:00:00Z"), "January"),
                entries.at(Instant.parse("2001-02-15T00:00:00Z"), "February"));

        storage.forgetBefore(Instant.parse("2001-02-20T00:00:00Z"));

        assertThat(tables()).doesNotContain("audit_entry_2001_01").contains("audit_entry_2001_02");
        assertThat(names("audit_entry where tenant_id = '" + tenant + "'")).containsExactly("February");
        storage.forgetBefore(Instant.parse("2001-03-01T00:00:00Z"));
        assertThat(tables()).doesNotContain("audit_entry_2001_02");
    }

    @Test
    void shouldGiveUpSoonWhileSomebodyReads() throws SQLException {
        storage.prepare(List.of(YearMonth.of(2002, 1)));
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from audit_entry");

            try {
                storage.forgetBefore(Instant.parse("2002-02-01T00:00:00Z"));
            } catch (RuntimeException lockNotGranted) {
                assertThat(lockNotGranted).hasRootCauseInstanceOf(SQLException.class);
            }

            assertThat(tables()).contains("audit_entry_2002_01");
        }
        storage.forgetBefore(Instant.parse("2002-02-01T00:00:00Z"));
        assertThat(tables()).doesNotContain("audit_entry_2002_01");
    }

    private static String table(YearMonth month) {
        return "audit_entry_" + month.toString().replace('-', '_');
    }

    private List<String> tables() throws SQLException {
        return texts("select relname from pg_inherits join pg_class c on c.oid = inhrelid"
                + " where inhparent = 'audit_entry'::regclass");
    }

    private List<String> names(String from) throws SQLException {
        return texts("select object_name from " + from + " order by time");
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
