package io.keyholder.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What memory is left, where the system tells: the machine's, or the container's if that is less. */
record Memory(Map<String, String> environment, Path root) {

    static final String IGNORE = "KEYHOLDER_IGNORE_MEMORY";

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final Pattern RECLAIMABLE = Pattern.compile("(?m)^inactive_file (\\d+)$");

    OptionalLong availableInMiB() {
        if (environment.containsKey(IGNORE)) {
            return OptionalLong.empty();
        }
        var machine = AVAILABLE.matcher(read("proc/meminfo"));
        if (!machine.find()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(Long.parseLong(machine.group(1)) >> 10, leftInContainer()));
    }

    private long leftInContainer() {
        var limit = read("sys/fs/cgroup/memory.max").strip();
        var used = read("sys/fs/cgroup/memory.current").strip();
        if (!limit.matches("\\d+") || !used.matches("\\d+")) {
            return Long.MAX_VALUE;
        }
        var reclaimable = RECLAIMABLE.matcher(read("sys/fs/cgroup/memory.stat"));
        long cache = reclaimable.find() ? Long.parseLong(reclaimable.group(1)) : 0;
        return (Long.parseLong(limit) - Long.parseLong(used) + cache) >> 20;
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
