package io.keyholder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is on Kafka today can be read tomorrow, and what is sent tomorrow today. */
class GoldenFilesTest {
    private static final Map<String, Event<?>> EXPECTED = ExpectedEvents.all();

    @ParameterizedTest
    @MethodSource("names")
    void shouldBeReadAsWhatTheySay(String name) throws UnreadableEvent {
        Event<?> event = Golden.read(name).decoded();

        assertThat(event).isEqualTo(EXPECTED.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldBeWrittenToTheByte(String name) {
        Golden golden = Golden.read(name);

        EncodedEvent written = EventCodec.encode(golden.topic(), EXPECTED.get(name));

        assertThat(written)
                .isEqualTo(new EncodedEvent(
                        golden.topic().topicName(), golden.key(), golden.headers(), golden.compactPayload()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldKeepToTheSchemaOfTheirTopic(String name) {
        Golden golden = Golden.read(name);

        assertThat(Schemas.of(golden.topic()).validate(golden.payload())).isEmpty();
    }

    @Test
    void shouldBeThereForEachTypeOnItsTopic() {
        assertThat(EXPECTED.keySet())
                .containsAll(
                        Arrays.stream(EventType.values()).map(EventType::ceType).toList());
        for (EventType type : EventType.values()) {
            Golden golden = Golden.read(type.ceType());
            assertThat(golden.headers()).containsEntry(EventHeaders.TYPE, type.ceType());
            if (type.topic() != null) {
                assertThat(golden.topic()).isEqualTo(type.topic());
            }
        }
    }

    @Test
    void shouldEachBeExpected() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(Golden.class.getResource("golden")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .collect(Collectors.toSet());
            assertThat(names).isEqualTo(EXPECTED.keySet());
        }
    }

    /** Such events stand on compacted topics: {@code sha256sum *.json > released.sha256} is for a release alone, and adds lines. */
    @ParameterizedTest
    @MethodSource("released")
    void shouldNeverChangeOnceReleased(String hash, String file) throws IOException, NoSuchAlgorithmException {
        try (InputStream golden = Objects.requireNonNull(Golden.class.getResourceAsStream("golden/" + file), file)) {
            byte[] now = MessageDigest.getInstance("SHA-256").digest(golden.readAllBytes());

            assertThat(HexFormat.of().formatHex(now)).as(file).isEqualTo(hash);
        }
    }

    static Stream<Arguments> released() throws IOException {
        try (InputStream list = Objects.requireNonNull(Golden.class.getResourceAsStream("golden/released.sha256"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arguments.of((Object[]) line.split("  ")));
        }
    }

    static Set<String> names() {
        return EXPECTED.keySet();
    }
}
