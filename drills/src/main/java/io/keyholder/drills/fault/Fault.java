package io.keyholder.drills.fault;

import io.keyholder.drills.history.Lost;
import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that goes wrong, and is put right again. Used by one thread. */
public interface Fault {

    String name();

    /** What this machine lacks for it; empty where it can be drilled. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** What has to be done while all is well, such as a backup. */
    default void prepare(LocalStack stack) {}

    /** For how long the workload goes on before it begins. */
    default Duration lull() {
        return Duration.ofSeconds(4);
    }

    void begin(LocalStack stack);

    /** Returns when nothing is in the way of recovery any more: what is left, the platform has to do by itself. */
    void end(LocalStack stack);

    /** Undoes what was prepared, once everything works again. */
    default void restore(LocalStack stack) {}

    /** For how long it lasts. */
    default Duration duration() {
        return Duration.ofSeconds(3);
    }

    /** Whether nobody can prove meanwhile that every revocation was heard of. */
    default boolean isStale() {
        return false;
    }

    /** The component that can answer nothing meanwhile. */
    default Optional<String> silent() {
        return Optional.empty();
    }

    /** What has been lost of what was acknowledged, and may have been. */
    default List<Lost> lost() {
        return List.of();
    }
}
