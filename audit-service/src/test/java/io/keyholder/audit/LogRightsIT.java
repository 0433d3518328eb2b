package io.keyholder.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own user can do to the log, by whatever way it is made to. */
@QuarkusTest
class LogRightsIT extends OfOneTenant {
    @Provided(Provided.SERVICE)
    Database asTheService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set user_id = 'somebody else'",
                "delete from audit_entry",
                "truncate audit_entry",
                "drop table audit_entry",
                "select * from audit_entry_default",
                "delete from audit_entry_default",
                "delete from audit_entry_%1$tY_%1$tm",
                "drop table audit_entry_%1$tY_%1$tm",
                "alter table audit_entry detach partition audit_entry_%1$tY_%1$tm",
                "create or replace function drop_audit_month(month date) returns void language sql as 'select'",
                "select drop_audit_month('%1$tY-%1$tm-01')",
                "select make_audit_month('%1$tY-%1$tm-02')",
                "select make_audit_month('9000-01-01')"
            })
    void shouldChangeNothing(String statement) {
        String sql = statement.formatted(LocalDate.now(ZoneOffset.UTC));

        assertThatThrownBy(() -> asTheService.execute(sql))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void shouldForgetNothingWithinTheRetention() {
        AuditEntry outsideTheMonths = entries.at(Instant.parse("2151-01-01T00:00:00Z"), "Ahead");
        log.stored(outsideTheMonths);

        asTheService.execute("select forget_audit_entries_outside('9999-01-01')");

        assertThat(log.has(outsideTheMonths)).isTrue();
    }
}
