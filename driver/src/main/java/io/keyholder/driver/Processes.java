package io.keyholder.driver;

import io.keyholder.localstack.LocalStack;
import java.util.HashMap;
import java.util.Map;

/** The processes of a local stack by their part's name. */
final class Processes {

    private Processes() {}

    static Map<String, ProcessHandle> of(LocalStack stack) {
        var processes = new HashMap<String, ProcessHandle>();
        stack.status()
                .forEach(part -> part.pid()
                        .ifPresent(pid ->
                                ProcessHandle.of(pid).ifPresent(process -> processes.put(part.name(), process))));
        return processes;
    }
}
