package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process that outlives who started it, remembered by its id and the time it began: an id alone may by now belong to
 * somebody else.
 */
record ManagedProcess(ProcessHandle handle, Path pidFile) {

    private static final long LOG_LIMIT = 20L << 20;

    static Optional<ManagedProcess> find(Path pidFile) {
        try {
            var words = Files.readString(pidFile).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle -> began(handle).equals(words[1]))
                    .map(handle -> new ManagedProcess(handle, pidFile))
                    .filter(ManagedProcess::isAlive);
        } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static ManagedProcess launch(Launch launch, Path pidFile, Path log) {
        try {
            Directories.createParentOf(pidFile);
            Directories.createParentOf(log);
            keepSmall(log);
            Secrecy.create(log);
            var builder = new ProcessBuilder(Secrecy.keeping(detached(launch.command())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(launch.environment());
            var handle = builder.start().toHandle();
            Files.writeString(pidFile, handle.pid() + " " + began(handle));
            return new ManagedProcess(handle, pidFile);
        } catch (IOException e) {
            throw new StackException(
                    "Cannot start %s: %s".formatted(launch.command().getFirst(), e.getMessage()), e);
        }
    }

    boolean isAlive() {
        return handle.isAlive() && !Procfs.isZombie(handle.pid());
    }

    /** After it was asked to stop: kills it if it does not within {@code patience}. */
    void awaitEnd(Duration patience) {
        if (!ended(patience)) {
            kill();
        }
        forget();
    }

    /** As {@code kill -9}: nothing is tidied up, and what it held is found by the next start. */
    void kill() {
        handle.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    void signal(String signal) {
        signal(signal, Stream.of(handle));
    }

    /** Its children too. */
    void signalAll(String signal) {
        signal(signal, Stream.concat(Stream.of(handle), handle.descendants()));
    }

    private static void signal(String signal, Stream<ProcessHandle> processes) {
        var pids = processes.map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            var kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pids)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration patience) {
        return Await.within(patience, () -> !isAlive());
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session of its own, so that neither Ctrl-C nor a closed terminal reaches the process. */
    private static List<String> detached(List<String> command) {
        var whole = new ArrayList<String>();
        Executables.find("setsid").or(() -> Executables.find("nohup")).ifPresent(whole::add);
        whole.addAll(command);
        return whole;
    }

    private static String began(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("?");
    }

    private static void keepSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
