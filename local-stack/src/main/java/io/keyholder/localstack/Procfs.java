package io.keyholder.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of processes beyond the JDK's handles; elsewhere nothing is known and nothing of it is needed. */
final class Procfs {

    private Procfs() {}

    /**
     * In a container nobody may reap what outlived its parent: it is dead, but still has an entry. A process that is
     * killed has one as soon as its first thread is gone, and holds its ports and files until the last one is.
     */
    static boolean isZombie(long pid) {
        try (var threads = Files.list(entry(pid).resolve("task"))) {
            var stat = Files.readString(entry(pid).resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z' && threads.count() <= 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether any process has {@code directory}, a path without links, as its working directory. */
    static boolean isWorkedIn(Path directory) {
        return ProcessHandle.allProcesses().anyMatch(handle -> directory.equals(workingDirectory(handle.pid())));
    }

    private static Path workingDirectory(long pid) {
        try {
            return Files.readSymbolicLink(entry(pid).resolve("cwd"));
        } catch (IOException e) {
            return Path.of("");
        }
    }

    private static Path entry(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }
}
