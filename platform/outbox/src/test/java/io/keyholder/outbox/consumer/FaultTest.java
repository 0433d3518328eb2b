package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"22008", "22021", "23502", "54000"})
    void shouldBlameARecordWhoseValueTheDatabaseRefuses(String state) {
        assertThat(Fault.of(wrapped(new SQLException("refused", state)))).isEqualTo(Fault.OF_RECORD);
    }

    @Test
    void shouldBlameARecordThatAHandlerCannotTake() {
        assertThat(Fault.of(new IllegalArgumentException("no such thing"))).isEqualTo(Fault.OF_RECORD);
        assertThat(Fault.of(new StackOverflowError())).isEqualTo(Fault.OF_RECORD);
    }

    @Test
    void shouldBlameARecordWhoseValueIsRefusedOnlyAtTheCommit() {
        RollbackException atCommit = new RollbackException("could not commit");
        atCommit.addSuppressed(new SQLException("too long for its index", "54000"));

        assertThat(Fault.of(wrapped(atCommit))).isEqualTo(Fault.OF_RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "53100", "57P01", "58030", "40001", "55P03", "25006"})
    void shouldBlameNoRecordWhileTheDatabaseCannot(String state) {
        assertThat(Fault.of(wrapped(new SQLException("not now", state)))).isEqualTo(Fault.OF_BACKEND);
    }

    @Test
    void shouldBlameNoRecordWhileTheDatabaseOrKafkaIsAway() {
        assertThat(Fault.of(wrapped(new SQLException("Acquisition timeout")))).isEqualTo(Fault.OF_BACKEND);
        assertThat(Fault.of(new TimeoutException("no acknowledgement"))).isEqualTo(Fault.OF_BACKEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "XX000", "0A000", "25P02"})
    void shouldNotKnowWhatEveryRecordMayMeetWith(String state) {
        assertThat(Fault.of(wrapped(new SQLException("no such table", state)))).isEqualTo(Fault.UNKNOWN);
        assertThat(Fault.of(wrapped(new RollbackException("at commit")))).isEqualTo(Fault.UNKNOWN);
        assertThat(Fault.of(new NoClassDefFoundError("once"))).isEqualTo(Fault.UNKNOWN);
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("could not be stored", new RuntimeException(cause));
    }

    @Test
    void shouldSayWhatIsBehindIt() {
        Throwable failure = new IllegalStateException(
                "Entries could not be stored", new SQLException("permission denied for table audit_staging", "42501"));

        assertThat(Fault.reason(failure))
                .isEqualTo("Entries could not be stored: permission denied for table audit_staging");
    }
}
