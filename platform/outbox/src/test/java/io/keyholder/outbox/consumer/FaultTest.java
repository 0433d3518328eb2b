package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void shouldBlameARecordWhoseValueTheDatabaseRefuses() {
        assertThat(Fault.liesInTheRecord(wrapped(new SQLException("no timestamp", "22008"))))
                .isTrue();
        assertThat(Fault.liesInTheRecord(wrapped(new SQLException("not null", "23502"))))
                .isTrue();
    }

    @Test
    void shouldBlameARecordThatAHandlerCannotTake() {
        assertThat(Fault.liesInTheRecord(new IllegalArgumentException("no such thing")))
                .isTrue();
    }

    @Test
    void shouldBlameNoRecordWhileTheDatabaseOrKafkaIsAway() {
        assertThat(Fault.liesInTheRecord(wrapped(new SQLException("connection refused", "08001"))))
                .isFalse();
        assertThat(Fault.liesInTheRecord(wrapped(new SQLException("disk full", "53100"))))
                .isFalse();
        assertThat(Fault.liesInTheRecord(wrapped(new SQLException("Acquisition timeout"))))
                .isFalse();
        assertThat(Fault.liesInTheRecord(new TimeoutException("no acknowledgement")))
                .isFalse();
        assertThat(Fault.liesInTheRecord(wrapped(new RollbackException("at commit"))))
                .isFalse();
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("could not be stored", new RuntimeException(cause));
    }
}
