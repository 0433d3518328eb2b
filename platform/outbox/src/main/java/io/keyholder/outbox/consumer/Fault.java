package io.keyholder.outbox.consumer;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Why a record could not be taken. Only a record that is itself to blame may be put aside: while the database or Kafka
 * is away every record fails, and none may be lost for that.
 */
final class Fault {
    /** What PostgreSQL says of a value: that it is none of its type (22), or breaks a constraint (23). */
    private static final Set<String> OF_VALUES = Set.of("22", "23");

    private Fault() {}

    static boolean liesInTheRecord(Throwable failure) {
        return causes(failure).noneMatch(Fault::liesElsewhere);
    }

    private static boolean liesElsewhere(Throwable cause) {
        return switch (cause) {
            case SQLException e -> e.getSQLState() == null || !OF_VALUES.contains(stateClass(e));
            case KafkaException e -> true;
            case RollbackException e -> true;
            case SystemException e -> true;
            default -> false;
        };
    }

    private static String stateClass(SQLException e) {
        return e.getSQLState().substring(0, Math.min(2, e.getSQLState().length()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
