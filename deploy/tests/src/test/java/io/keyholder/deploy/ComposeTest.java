package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {
    private static final List<String> FILES = List.of("docker-compose.yml", "deploy/observability/compose.yml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern NAMED = Pattern.compile("(?m)^#?([A-Z_]+)=");

    /** Of each file, its services by name. */
    private static Stream<Map.Entry<String, JsonNode>> services() {
        return FILES.stream().flatMap(file -> read(file).path("services").properties().stream());
    }

    private static JsonNode read(String file) {
        try {
            // Not by Jackson alone, which leaves "<<" as it is.
            return JSON.valueToTree(new Yaml().load(Files.readString(Project.path(file))));
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
        assertThat(services())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.getValue()
                                .path("logging")
                                .path("options")
                                .path("max-size")
                                .asText())
                        .as(service.getKey())
                        .isNotEmpty());
    }

    @Test
    void shouldTakeFromEveryContainerWhatItDoesNotNeed() {
        assertThat(services()).isNotEmpty().allSatisfy(service -> {
            assertThat(texts(service, "cap_drop")).as(service.getKey()).containsExactly("ALL");
            assertThat(texts(service, "security_opt")).as(service.getKey()).contains("no-new-privileges:true");
        });
    }

    @Test
    void shouldLeaveOurOwnContainersNothingButTheirVolumesToWriteTo() {
        assertThat(services()
                        .filter(service ->
                                service.getValue().path("image").asText().contains("KEYHOLDER_IMAGES")))
                .hasSizeGreaterThan(6)
                .allSatisfy(service -> {
                    assertThat(service.getValue().path("read_only").asBoolean())
                            .as(service.getKey())
                            .isTrue();
                    assertThat(texts(service, "cap_add")).as(service.getKey()).isEmpty();
                    assertThat(service.getValue().path("user").asText())
                            .as(service.getKey())
                            .isNotEmpty();
                });
    }

    private static List<String> texts(Map.Entry<String, JsonNode> service, String field) {
        return service.getValue()
                .path(field)
                .valueStream()
                .map(JsonNode::asText)
                .toList();
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
