package io.keyholder.web.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.outbox.OutboxUnavailable;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    private static Throwable behindOthers(SQLException cause) {
        return new IllegalStateException(new RuntimeException(cause));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300", "53100", "53200", "55P03", "40P01", "40001"
            })
    void shouldBeToldByTheState(String state) {
        assertThat(DatabaseAway.isReasonOf(behindOthers(new SQLException("", state))))
                .isTrue();
    }

    @Test
    void shouldBeWhatAPoolThatWaitedInVainMeans() {
        assertThat(DatabaseAway.isReasonOf(behindOthers(new SQLException("Acquisition timeout"))))
                .isTrue();
    }

    @Test
    void shouldBeWhatAnOutboxThatTakesNoChangeMeans() {
        assertThat(DatabaseAway.isReasonOf(new IllegalStateException(new OutboxUnavailable("not compared"))))
                .isTrue();
    }

    @Test
    void shouldBeToldByWhatWasSuppressed() {
        RollbackException rolledBack = new RollbackException();
        rolledBack.addSuppressed(new SQLException("", "08006"));

        assertThat(DatabaseAway.isReasonOf(new RuntimeException(rolledBack))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22P02", "55006"})
    void shouldNotBeTheReasonOfAnythingElse(String state) {
        assertThat(DatabaseAway.isReasonOf(behindOthers(new SQLException("", state))))
                .isFalse();
        assertThat(DatabaseAway.isReasonOf(new IllegalStateException())).isFalse();
    }

    @Test
    void shouldNotGoRoundInARing() {
        RuntimeException one = new RuntimeException();
        one.addSuppressed(new RuntimeException(one));

        assertThat(DatabaseAway.isReasonOf(one)).isFalse();
    }
}
