package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    private Path root;

    @Test
    void shouldKnowNothingWhereTheSystemDoesNotTell() {
        assertThat(memory(Map.of()).availableInMiB()).isEmpty();
    }

    @Test
    void shouldTakeTheMachinesWhereNoContainerLimitsIt() throws IOException {
        write("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable:    4096000 kB\n");
        write("sys/fs/cgroup/memory.max", "max\n");
        write("sys/fs/cgroup/memory.current", "1000\n");

        assertThat(memory(Map.of()).availableInMiB()).hasValue(4000);
    }

    @Test
    void shouldTakeTheContainersIfThatIsLessAndCountItsCacheAsFree() throws IOException {
        write("proc/meminfo", "MemAvailable:    4096000 kB\n");
        write("sys/fs/cgroup/memory.max", Long.toString(1000L << 20));
        write("sys/fs/cgroup/memory.current", Long.toString(700L << 20));
        write("sys/fs/cgroup/memory.stat", "anon 12\ninactive_file " + (200L << 20) + "\n");

        assertThat(memory(Map.of()).availableInMiB()).hasValue(500);
    }

    @Test
    void shouldNotLookIfToldToGoOnRegardless() throws IOException {
        write("proc/meminfo", "MemAvailable:    1 kB\n");

        assertThat(memory(Map.of(Memory.IGNORE, "1")).availableInMiB()).isEmpty();
    }

    private Memory memory(Map<String, String> environment) {
        return new Memory(environment, root);
    }

    private void write(String file, String content) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
