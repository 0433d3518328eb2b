package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir
    private Path directory;

    private ManagedProcess process;

    @BeforeEach
    void launch() {
        process = ManagedProcess.launch(
                new Launch(List.of("sh", "-c", "echo $GREETING; exec sleep 600"), Map.of("GREETING", "hello")),
                pidFile(),
                log());
    }

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void shouldBeFoundAgainByItsFile() {
        assertThat(ManagedProcess.find(pidFile()))
                .hasValueSatisfying(found -> assertThat(found.handle().pid())
                        .isEqualTo(process.handle().pid()));
    }

    @Test
    void shouldNotBeTakenForAProcessThatGotItsIdLater() throws IOException {
        Files.writeString(pidFile(), process.handle().pid() + " 2001-01-01T00:00:00Z");

        assertThat(ManagedProcess.find(pidFile())).isEmpty();
    }

    @Test
    void shouldWriteToItsLogWithItsEnvironment() {
        assertThat(Await.within(Duration.ofSeconds(10), () -> logged().contains("hello")))
                .isTrue();
    }

    @Test
    void shouldBeGoneWithItsFileOnceStopped() {
        process.signal("TERM");
        process.awaitEnd(Duration.ofSeconds(10));

        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void shouldNotBeFoundOnceKilled() {
        process.kill();

        assertThat(ManagedProcess.find(pidFile())).isEmpty();
    }

    @Test
    void shouldHaveLetGoOfItsPortOnceKilled() {
        var port = Ports.free().of("gateway");
        var listening = ManagedProcess.launch(
                Launch.java(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                Listening.class.getName(),
                                Integer.toString(port)),
                        Map.of()),
                directory.resolve("run/listening.pid"),
                log());
        assertThat(Await.within(Duration.ofSeconds(20), () -> logged().contains("listens")))
                .isTrue();

        listening.kill();

        assertThat(Ports.isFree(port)).isTrue();
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "";
        }
    }

    private Path pidFile() {
        return directory.resolve("run/sleeper.pid");
    }

    private Path log() {
        return directory.resolve("logs/sleeper.log");
    }
}
