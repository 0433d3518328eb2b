package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecrecyTest {

    @TempDir
    private Path base;

    @Test
    void shouldCloseADirectoryThatWasOpen() throws IOException {
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));

        Secrecy.close(base);

        assertThat(permissions(base)).isIn("rwx------", "rwx--x--x");
    }

    @Test
    void shouldKeepAFileToItsOwnerAlsoIfItWasOpen() throws IOException {
        Path made = base.resolve("made");
        Path open = Files.writeString(base.resolve("open"), "former");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        Secrecy.write(made, "secret");
        Secrecy.write(open, "secret");

        assertThat(permissions(made)).isEqualTo("rw-------");
        assertThat(permissions(open)).isEqualTo("rw-------");
        assertThat(open).hasContent("secret");
    }

    @Test
    void shouldKeepWhatAPartWritesToItsOwner() throws IOException {
        Path written = base.resolve("written by a part");

        Executables.run("Writing", new Launch(List.of("touch", written.toString()), Map.of()));

        assertThat(permissions(written)).isEqualTo("rw-------");
    }

    @Test
    void shouldKeepLogsToTheirOwner() throws IOException {
        Path log = base.resolve("logs/part.log");

        ManagedProcess.launch(new Launch(List.of("true"), Map.of()), base.resolve("run/part.pid"), log);

        assertThat(permissions(log)).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
