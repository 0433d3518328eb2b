package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Kafka comes back with none of its data, as with a new volume. */
record KafkaWiped() implements Fault {
    private static final String KAFKA = "kafka";

    @Override
    public String name() {
        return "kafka-wiped";
    }

    @Override
    public void begin(LocalStack stack) {
        stack.kill(KAFKA);
        try (Stream<Path> files = Files.walk(stack.data(KAFKA))) {
            files.sorted(Comparator.reverseOrder()).forEach(KafkaWiped::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(LocalStack stack) {
        stack.start(KAFKA);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
