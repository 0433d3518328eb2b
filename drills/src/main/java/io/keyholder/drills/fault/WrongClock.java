package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service's clock jumps, and jumps back: what measures how long something takes is not touched, as on a machine. */
record WrongClock(String service, Duration ahead) implements Fault {

    @Override
    public String name() {
        return "clock-%s%+ds".formatted(service, ahead.toSeconds());
    }

    @Override
    public Optional<String> lacks() {
        return Machine.clock().isPresent() ? Optional.empty() : Optional.of("needs libfaketime");
    }

    @Override
    public void prepare(LocalStack stack) {
        show(stack, Duration.ZERO);
        stack.restart(
                service,
                new Surroundings(
                        List.of(),
                        Map.of(
                                "LD_PRELOAD",
                                Machine.clock().orElseThrow().toString(),
                                "FAKETIME_TIMESTAMP_FILE",
                                file(stack).toString(),
                                "FAKETIME_CACHE_DURATION",
                                "1",
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1",
                                // Else each wait of the JVM ends at once, and all of its threads spin.
                                "FAKETIME_FORCE_MONOTONIC_FIX",
                                "0")));
    }

    @Override
    public void begin(LocalStack stack) {
        show(stack, ahead);
    }

    @Override
    public void end(LocalStack stack) {
        show(stack, Duration.ZERO);
    }

    @Override
    public void restore(LocalStack stack) {
        stack.restart(service, Surroundings.USUAL);
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(20);
    }

    private void show(LocalStack stack, Duration offset) {
        try {
            Path unfinished = file(stack).resolveSibling("clock.part");
            Files.writeString(unfinished, "%+d".formatted(offset.toSeconds()));
            Files.move(unfinished, file(stack), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(LocalStack stack) {
        return stack.log(service).resolveSibling("clock");
    }
}
