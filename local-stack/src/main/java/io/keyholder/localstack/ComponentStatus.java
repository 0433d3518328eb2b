package io.keyholder.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one component is.
 *
 * @param pid absent if it does not run
 * @param memoryInMiB its share of the machine's memory, with its child processes, where the system tells
 */
public record ComponentStatus(String name, State state, int port, OptionalLong pid, OptionalLong memoryInMiB) {

    /** Whether it runs, and whether it answers. */
    public enum State {
        UP,
        NOT_READY,
        DOWN
    }

    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    static ComponentStatus of(Component component, Directories directories) {
        return ManagedProcess.find(directories.pidFile(component.name()))
                .map(process -> new ComponentStatus(
                        component.name(),
                        component.isReady() ? State.UP : State.NOT_READY,
                        component.port(),
                        OptionalLong.of(process.handle().pid()),
                        memory(process.handle())))
                .orElseGet(() -> new ComponentStatus(
                        component.name(), State.DOWN, component.port(), OptionalLong.empty(), OptionalLong.empty()));
    }

    /** Shares, not resident sets: PostgreSQL's processes all count its shared buffers as theirs. */
    private static OptionalLong memory(ProcessHandle handle) {
        long kilobytes = Stream.concat(Stream.of(handle), handle.descendants())
                .mapToLong(ComponentStatus::shareInKiB)
                .sum();
        return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of(kilobytes >> 10);
    }

    private static long shareInKiB(ProcessHandle handle) {
        try {
            var matcher =
                    SHARE.matcher(Files.readString(Path.of("/proc", Long.toString(handle.pid()), "smaps_rollup")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
