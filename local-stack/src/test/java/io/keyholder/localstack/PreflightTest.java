package io.keyholder.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final long MIB = 1024;

    @TempDir
    private Path root;

    @Nested
    class OfPorts {

        @Test
        void shouldNameThePortItsUserAndTheVariableThatChangesIt() throws IOException {
            var preflight = preflight(port -> port != 8180, 4000);

            assertThatThrownBy(() -> preflight.check(components()))
                    .isInstanceOf(StackException.class)
                    .hasMessage("Taken by other programs: port 8180, for keycloak."
                            + " Free them, or choose others: KEYHOLDER_KEYCLOAK_PORT=9180 ./keyholder up"
                            + "; or, before it has data, move all: KEYHOLDER_PORT_OFFSET=1000 ./keyholder up");
        }

        @Test
        void shouldNameAllThatAreTakenAndAnOffsetThatIsFree() throws IOException {
            var preflight = preflight(port -> port != 8180 && port != 8080 && port != 9080, 4000);

            assertThatThrownBy(() -> preflight.check(components()))
                    .hasMessageContaining("port 8180, for keycloak")
                    .hasMessageContaining("port 8080, for gateway")
                    .hasMessageEndingWith("KEYHOLDER_PORT_OFFSET=2000 ./keyholder up");
        }

        @Test
        void shouldAlsoLookAtPortsThatOnlyAPartItselfUses() throws IOException {
            var preflight = preflight(port -> port != 19093, 4000);

            assertThatThrownBy(() -> preflight.check(components()))
                    .hasMessageContaining("port 19093, for kafka-controller.")
                    .hasMessageContaining("KEYHOLDER_KAFKA_CONTROLLER_PORT=");
        }

        @Test
        void shouldNotMindThePortsOfPartsThatRunAlready() throws IOException {
            var preflight = preflight(port -> false, 4000);

            assertThatCode(() -> preflight.check(List.of())).doesNotThrowAnyException();
        }
    }

    @Nested
    class OfMemory {

        @Test
        void shouldSayWhatIsNeededAndWhatThereIs() throws IOException {
            var preflight = preflight(port -> true, 1536);

            assertThatThrownBy(() -> preflight.check(components()))
                    .hasMessageMatching(
                            "The stack needs 2\\.\\d GiB of free memory, and there are 1\\.5\\. .*KEYHOLDER_IGNORE_MEMORY=1 ./keyholder up");
        }

        @Test
        void shouldAskForNoMoreThanTheMissingPartsTake() throws IOException {
            var preflight = preflight(port -> true, 300);
            var gateway = components().getLast();

            assertThatCode(() -> preflight.check(List.of(gateway))).doesNotThrowAnyException();
        }
    }

    private Preflight preflight(IntPredicate portIsFree, long availableInMiB) throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.writeString(root.resolve("proc/meminfo"), "MemAvailable:   %d kB%n".formatted(availableInMiB * MIB));
        return new Preflight(ports(), portIsFree, new Memory(Map.of(), root));
    }

    private List<Component> components() {
        var options = new Options(root, root, ports(), Set.of(), true, Progress.silent());
        return Components.of(options, new Directories(root, root)).selected();
    }

    private static Ports ports() {
        return Ports.from(Map.of(), Map.of());
    }
}
