package io.keyholder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An OpenAPI document, to look things up in. */
record Document(JsonNode root) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** What is referred to, or the node itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    /** The operations, as {@code GET /v1/rooms/{}}: what a path's parameters are called is no client's business. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        String name = operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}");
                        operations.put(name, operation.getValue());
                    }
                }));
        return operations;
    }

    /** What the operation takes beside its body and its path, as {@code query limit}: as it is listed, a reference perhaps. */
    Map<String, JsonNode> parameters(JsonNode operation) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode listed : operation.path("parameters")) {
            JsonNode parameter = resolve(listed);
            String in = parameter.path("in").asText();
            if (!in.equals("path")) {
                parameters.put(in + " " + parameter.path("name").asText(), listed);
            }
        }
        return parameters;
    }
}
