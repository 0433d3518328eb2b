package io.keyholder.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chart, rendered by Helm itself as release {@code keyholder} in the namespace {@code meetings}. */
final class Chart {
    private static final Path FOLDER = ChartCopy.withoutHooks();

    /** What cannot be left out, and some of what most will set. */
    private static final Path VALUES = Path.of("src/test/resources/values.yaml");

    /** On top of them: all that is off by default. */
    private static final Path EVERYTHING = Path.of("src/test/resources/everything.yaml");

    private static final String KUBERNETES = "1.33.0";
    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    /** @param settings {@code name=value}, as for {@code helm --set} */
    static String rendered(String... settings) {
        return rendered(List.of(VALUES), settings);
    }

    static String withEverything(String... settings) {
        return rendered(List.of(VALUES, EVERYTHING), settings);
    }

    private static String rendered(List<Path> files, String... settings) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName("keyholder")
                .withNamespace("meetings")
                .withKubeVersion(KUBERNETES);
        for (Path file : files) {
            command = command.withValuesFile(file);
        }
        for (String setting : settings) {
            int at = setting.indexOf('=');
            command = command.set(setting.substring(0, at), setting.substring(at + 1));
        }
        return ChartCopy.withHooks(command.call());
    }

    /** A service's deployment. */
    static JsonNode deployment(String service, String rendered) {
        return object("Deployment", "keyholder-" + service, rendered);
    }

    /** The variables of a pod's only container. */
    static Map<String, JsonNode> environment(JsonNode pod) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        pod.at("/spec/containers/0/env").forEach(variable -> {
            if (variables.put(variable.path("name").asText(), variable) != null) {
                throw new AssertionError("There are two of " + variable.path("name"));
            }
        });
        return variables;
    }

    static List<JsonNode> objects(String rendered) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
            return documents.readAll().stream()
                    .filter(object -> object.hasNonNull("kind"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> ofKind(String kind, String rendered) {
        return objects(rendered).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** The only one of its kind and name. */
    static JsonNode object(String kind, String name, String rendered) {
        List<JsonNode> found = ofKind(kind, rendered).stream()
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of kind " + kind + " are called " + name);
        }
        return found.getFirst();
    }

    /** Where there are pods: that of a Pod itself, or the template of what makes them. */
    static List<JsonNode> pods(String rendered) {
        return objects(rendered).stream()
                .map(object -> object.path("kind").asText().equals("Pod") ? object : object.at("/spec/template"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** In a copy that needs no further values: the linter takes those of the chart alone. */
    static LintResult lint(Path folder) throws IOException {
        Path copy = ChartCopy.in(folder);
        Path values = copy.resolve("values.yaml");
        JsonNode merged = YAML.readTree(values.toFile());
        for (Path file : List.of(VALUES, EVERYTHING)) {
            merged = YAML.readerForUpdating(merged).readValue(file.toFile());
        }
        YAML.writeValue(values.toFile(), merged);
        return new Helm(copy).lint().strict().call();
    }
}
