package io.keyholder.benchmarks.scenario.removal;

import java.util.UUID;
import java.util.function.Supplier;

/** A way to take access away, which can be repeated. For one thread at a time. */
interface Removal {

    String name();

    /** Gives what is to be taken; it need not count yet when this returns. */
    Granted grant();

    /**
     * What was given.
     *
     * @param room that is seen while it holds
     * @param token of who sees it
     * @param taking takes it and returns the consistency token of the answer
     */
    record Granted(UUID room, String token, Supplier<String> taking) {}
}
