package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final List<String> FILES = List.of("docker-compose.yml", "deploy/observability/compose.yml");
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern NAMED = Pattern.compile("(?m)^#?([A-Z_]+)=");

    /** Of each file, its services by name. */
    private static Stream<Map.Entry<String, JsonNode>> services() {
        return FILES.stream().flatMap(file -> read(file).path("services").properties().stream());
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(Project.path(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return names;
    }

    @Test
    void shouldNameEachVariableThatItReads() {
        Set<String> read = new TreeSet<>();
        FILES.forEach(file -> read.addAll(all(SUBSTITUTED, Project.read(Project.path(file)))));
        // Without a value it is whatever .env says.
        Stream.concat(
                        services().map(service -> service.getValue().path("environment")),
                        Stream.of(read(FILES.getFirst()).path("x-environment")))
                .flatMap(environment -> environment.properties().stream())
                .filter(variable -> variable.getValue() instanceof NullNode)
                .forEach(variable -> read.add(variable.getKey()));

        assertThat(read).isNotEmpty().isEqualTo(all(NAMED, Project.read(Project.path(".env.example"))));
    }

    @Test
    void shouldKeepLogsFromFillingTheDisk() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(read(file)
                                .path("x-logging")
                                .path("options")
                                .path("max-size")
                                .asText())
                        .as(file)
                        .isNotEmpty());
        assertThat(services())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.getValue().has("logging")
                                || service.getValue().has("<<"))
                        .as(service.getKey())
                        .isTrue());
    }

    @Test
    void shouldNameImagesByTheRelease() {
        String version =
                read("deploy/helm/keyholder/Chart.yaml").path("appVersion").asText();

        assertThat(Project.read(Project.path("pom.xml"))).contains("<version>" + version + "</version>");
        assertThat(Project.read(Project.path("CHANGELOG.md"))).contains("\n## " + version + " – ");
        assertThat(services()
                        .map(service -> service.getValue().path("image").asText())
                        .filter(image -> image.contains("KEYHOLDER_IMAGES")))
                .hasSizeGreaterThan(6)
                .allSatisfy(image -> assertThat(image).endsWith(":${KEYHOLDER_VERSION:-" + version + "}"));
    }
}
