package io.keyholder.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyholder.contracts.Ids;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that keep to a schema, so that one wrong field is the only one. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 5;

    private final JsonNode schemas;

    Samples(JsonNode document) {
        this.schemas = document.path("components").path("schemas");
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        return Stream.of(
                        schema.path("examples").path(0),
                        schema.path("example"),
                        schema.path("enum").path(0))
                .filter(said -> !said.isMissingNode())
                .findFirst()
                .orElseGet(() -> made(schema, depth));
    }

    private JsonNode made(JsonNode schema, int depth) {
        return switch (typeOf(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema.path("format").asText()));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").forEachEntry((name, member) -> object.set(name, of(member, depth + 1)));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (depth < DEEPEST) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> Ids.next().toString();
            case "date-time" -> "2030-01-31T12:00:00Z";
            default -> "x" + Ids.next();
        };
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(schemas.path(schema.path("$ref").asText().substring(REFERENCE.length())));
        }
        return Stream.of("allOf", "anyOf", "oneOf")
                .map(several -> schema.path(several).path(0))
                .filter(one -> !one.isMissingNode())
                .findFirst()
                .map(this::resolved)
                .orElse(schema);
    }

    /** The first of several: a value that may be null has two. */
    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return Optional.of(type.isArray() ? type.path(0).asText() : type.asText())
                .filter(name -> !name.isEmpty())
                .orElse(schema.has("properties") ? "object" : "string");
    }
}
