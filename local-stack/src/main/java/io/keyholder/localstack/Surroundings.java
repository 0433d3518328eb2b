package io.keyholder.localstack;

import java.util.List;
import java.util.Map;

/**
 * In which a process runs that is made to suffer.
 *
 * @param prefix what stands before its command line, such as {@code setpriv --regid=40001}
 * @param environment what it is told beside its own variables, such as {@code LD_PRELOAD}
 */
public record Surroundings(List<String> prefix, Map<String, String> environment) {

    /** As every process of the stack runs. */
    public static final Surroundings USUAL = new Surroundings(List.of(), Map.of());

    public Surroundings {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }
}
