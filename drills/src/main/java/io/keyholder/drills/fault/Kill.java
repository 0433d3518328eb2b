package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.Optional;

/** {@code kill -9}, and a new process after a while. */
record Kill(String component, Duration duration, boolean isStale) implements Fault {

    @Override
    public String name() {
        return "kill-" + component + (duration.isZero() ? "" : "-for-" + duration.toSeconds() + "s");
    }

    @Override
    public void begin(LocalStack stack) {
        stack.kill(component);
    }

    @Override
    public Optional<String> silent() {
        return Optional.of(component);
    }

    @Override
    public void end(LocalStack stack) {
        stack.start(component);
    }
}
