package io.keyholder.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that this module keeps. Its tests run in its directory. */
final class ApiFiles {
    static final Path PRESENT = Path.of("openapi.json");

    private static final Path RELEASED = Path.of("released");
    private static final Path ACCEPTED = Path.of("accepted.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiFiles() {}

    static JsonNode read(Path document) {
        try {
            return JSON.readTree(document.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of the last release. */
    static Path lastReleased() throws IOException {
        try (Stream<Path> documents = Files.list(RELEASED)) {
            return documents
                    .max(Comparator.comparing(ApiFiles::version, Arrays::compare))
                    .orElseThrow();
        }
    }

    private static int[] version(Path document) {
        String name = document.getFileName().toString().replace(".json", "");
        return Arrays.stream(name.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /** The breaks that were argued, as {@link Compatibility} finds them, or patterns of them with stars. */
    static List<String> accepted() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
