package io.keyholder.localstack.cli;

import io.keyholder.localstack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same stack at once. */
record CommandLock(Path base) {

    void whileHeld(Runnable action) {
        try {
            Files.createDirectories(base);
            var file = base.resolve("command.lock");
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw new StackException("Another ./keyholder command is at work here: wait until it is done.");
                }
                action.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
