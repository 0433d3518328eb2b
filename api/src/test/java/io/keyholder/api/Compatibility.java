package io.keyholder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what would break a client of a former document: something is gone that it uses, something is asked for that it
 * does not send, or something arrives that it was told would not.
 */
final class Compatibility {
    private final Document former;
    private final Document present;
    private final Set<String> breaks = new TreeSet<>();
    private final SchemaCompatibility schemas;

    private Compatibility(JsonNode former, JsonNode present) {
        this.former = new Document(former);
        this.present = new Document(present);
        this.schemas = new SchemaCompatibility(this.former, this.present, breaks);
    }

    /** The breaks, each as a line: where, and what. */
    static Set<String> breaks(JsonNode former, JsonNode present) {
        Compatibility compatibility = new Compatibility(former, present);
        compatibility.compare();
        return compatibility.breaks;
    }

    private void compare() {
        Map<String, JsonNode> operations = present.operations();
        former.operations().forEach((name, operation) -> {
            JsonNode now = operations.get(name);
            if (now == null) {
                report(name, "is gone");
            } else {
                compare(name, operation, now);
            }
        });
    }

    private void compare(String name, JsonNode before, JsonNode now) {
        if (!before.path("operationId").equals(now.path("operationId"))) {
            report(name, "is no longer called " + before.path("operationId").asText());
        }
        compareParameters(name, former.parameters(before), present.parameters(now));
        compareBodies(
                name + " body", former.resolve(before.path("requestBody")), present.resolve(now.path("requestBody")));
        compareAnswers(name, before.path("responses"), now.path("responses"));
    }

    private void compareParameters(String name, Map<String, JsonNode> before, Map<String, JsonNode> now) {
        before.forEach((parameter, described) -> {
            if (now.containsKey(parameter)) {
                // One that operations share is compared for all of them, under its own name.
                schemas.compare(
                        described.has("$ref") ? parameter : name + " " + parameter,
                        Direction.SENT,
                        former.resolve(described).path("schema"),
                        present.resolve(now.get(parameter)).path("schema"));
            } else {
                report(name + " " + parameter, "is gone");
            }
        });
        now.forEach((parameter, described) -> {
            boolean wasRequired = before.containsKey(parameter) && isRequired(former, before.get(parameter));
            if (isRequired(present, described) && !wasRequired) {
                report(name + " " + parameter, "is required");
            }
        });
    }

    private static boolean isRequired(Document document, JsonNode parameter) {
        return document.resolve(parameter).path("required").asBoolean();
    }

    private void compareBodies(String where, JsonNode before, JsonNode now) {
        if (now.path("required").asBoolean() && !before.path("required").asBoolean()) {
            report(where, "is required");
        }
        compareContents(where, Direction.SENT, before.path("content"), now.path("content"));
    }

    private void compareAnswers(String name, JsonNode before, JsonNode now) {
        before.properties().forEach(answer -> {
            String where = name + " " + answer.getKey();
            if (!now.has(answer.getKey())) {
                report(where, "is gone");
                return;
            }
            JsonNode described = former.resolve(answer.getValue());
            JsonNode describedNow = present.resolve(now.path(answer.getKey()));
            compareContents(where, Direction.RECEIVED, described.path("content"), describedNow.path("content"));
            described.path("headers").fieldNames().forEachRemaining(header -> {
                if (!describedNow.path("headers").has(header)) {
                    report(where + " header " + header, "is gone");
                }
            });
        });
        now.fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2") && !before.has(status)) {
                report(name + " " + status, "is a success that no client expects");
            }
        });
    }

    private void compareContents(String where, Direction direction, JsonNode before, JsonNode now) {
        before.properties().forEach(content -> {
            String place = where + " " + content.getKey();
            if (now.has(content.getKey())) {
                schemas.compare(
                        place,
                        direction,
                        content.getValue().path("schema"),
                        now.path(content.getKey()).path("schema"));
            } else {
                report(place, "is gone");
            }
        });
    }

    private void report(String where, String what) {
        breaks.add(where + ": " + what);
    }
}
