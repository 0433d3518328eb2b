package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.Optional;

/** {@code SIGSTOP} for a while: it holds its locks and connections, and answers nobody. */
record Freeze(String component, Duration duration, boolean isStale) implements Fault {

    @Override
    public String name() {
        return "freeze-" + component;
    }

    @Override
    public void begin(LocalStack stack) {
        stack.freeze(component);
    }

    @Override
    public Optional<String> silent() {
        return Optional.of(component);
    }

    @Override
    public void end(LocalStack stack) {
        stack.thaw(component);
    }
}
