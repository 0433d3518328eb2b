package io.keyholder.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each value of the chart: what it means, by its schema, and its default. */
final class ValuesReference {
    private static final Path CHART = Project.path("deploy/helm/keyholder");

    private final JsonNode schema;
    private final JsonNode values;
    private final List<Row> rows = new ArrayList<>();

    record Row(String path, String byDefault, String meaning) {}

    ValuesReference() {
        try {
            schema = new JsonMapper()
                    .readTree(CHART.resolve("values.schema.json").toFile());
            values = new YAMLMapper().readTree(CHART.resolve("values.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addAll("", schema, values);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    JsonNode values() {
        return values;
    }

    String table() {
        return rows.stream()
                .map(row -> "| `%s` | %s | %s |\n".formatted(row.path(), row.byDefault(), row.meaning()))
                .collect(Collectors.joining("", "| value | default | meaning |\n| --- | --- | --- |\n", ""));
    }

    private void addAll(String prefix, JsonNode type, JsonNode defaults) {
        type.path("properties").properties().forEach(property -> {
            String path = prefix + property.getKey();
            JsonNode own = property.getValue();
            JsonNode structure = resolved(own);
            if (path.equals("services")) {
                add("services.<service>", "–", "What one service has of its own: any of what `defaults` has.");
            } else if (isDescribed(structure)) {
                addAll(path + ".", structure, defaults.path(property.getKey()));
            } else if (isOfOneService(path, defaults, property.getKey())) {
                add(
                        "services.<service>." + property.getKey(),
                        "–",
                        own.path("description").asText());
            } else {
                add(
                        path,
                        code(defaults.path(property.getKey())),
                        own.path("description").asText());
            }
        });
    }

    private void add(String path, String byDefault, String meaning) {
        rows.add(new Row(path, byDefault, meaning.replace("|", "\\|")));
    }

    private JsonNode resolved(JsonNode type) {
        JsonNode ref = type.has("$ref") ? type.path("$ref") : type.at("/allOf/0/$ref");
        return ref.isMissingNode() ? type : schema.at(ref.asText().substring(1));
    }

    /** Objects of Kubernetes are described there. */
    private static boolean isDescribed(JsonNode type) {
        return type.has("properties")
                && type.path("properties").properties().stream()
                        .allMatch(property -> property.getValue().has("description"));
    }

    private static boolean isOfOneService(String path, JsonNode defaults, String name) {
        return path.startsWith("defaults.") && path.indexOf('.', "defaults.".length()) < 0 && !defaults.has(name);
    }

    private static String code(JsonNode value) {
        boolean empty = value.isMissingNode()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.asText().isEmpty();
        return empty ? "–" : "`" + (value.isTextual() ? value.asText() : value.toString()) + "`";
    }
}
