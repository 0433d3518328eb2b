package io.keyholder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Compares schemas, each named one once, whoever refers to it. */
final class SchemaCompatibility {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Document former;
    private final Document present;
    private final Set<String> breaks;
    private final Set<String> compared = new HashSet<>();

    SchemaCompatibility(Document former, Document present, Set<String> breaks) {
        this.former = former;
        this.present = present;
        this.breaks = breaks;
    }

    void compare(String where, Direction direction, JsonNode before, JsonNode now) {
        String place = before.has("$ref") ? before.path("$ref").asText().substring(SCHEMAS.length()) : where;
        if (before.has("$ref") && !compared.add(before.path("$ref") + " " + now.path("$ref") + direction)) {
            return;
        }
        JsonNode was = former.resolve(before);
        JsonNode is = present.resolve(now);
        if (was.isMissingNode() || is.isMissingNode()) {
            return;
        }
        compareTypes(place, direction, was, is);
        compareProperties(place, direction, was, is);
        compare(place + "[]", direction, was.path("items"), is.path("items"));
        compareRest(place, direction, was.path("additionalProperties"), is.path("additionalProperties"));
        compareChoices(place, direction, was, is);
        if (direction == Direction.SENT) {
            Limits.tightened(was, is).forEach(limit -> report(place, direction, limit));
        }
    }

    private void compareTypes(String place, Direction direction, JsonNode was, JsonNode is) {
        Set<String> before = texts(was.path("type"));
        Set<String> now = texts(is.path("type"));
        Set<String> narrower = direction == Direction.SENT ? before : now;
        Set<String> wider = direction == Direction.SENT ? now : before;
        boolean isChoice = !choices(was).isEmpty() || !choices(is).isEmpty();
        if (!isChoice && !wider.isEmpty() && (narrower.isEmpty() || !wider.containsAll(narrower))) {
            report(place, direction, "was " + before + " and is " + now);
        }
        if (!was.path("format").equals(is.path("format")) && !(direction == Direction.RECEIVED && !was.has("format"))) {
            report(place, direction, "has the format " + is.path("format").asText("of any"));
        }
        if (direction == Direction.SENT && is.has("enum")) {
            compareValues(place, was, is);
        }
    }

    private void compareValues(String place, JsonNode was, JsonNode is) {
        Set<String> now = texts(is.path("enum"));
        if (!was.has("enum")) {
            report(place, Direction.SENT, "takes only " + now);
        }
        texts(was.path("enum")).stream()
                .filter(value -> !now.contains(value))
                .forEach(value -> report(place, Direction.SENT, "takes no " + value));
    }

    private void compareProperties(String place, Direction direction, JsonNode was, JsonNode is) {
        was.path("properties").properties().forEach(property -> {
            JsonNode now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                report(place + "." + property.getKey(), direction, "is gone");
            } else {
                compare(place + "." + property.getKey(), direction, property.getValue(), now);
            }
        });
        Set<String> before = texts(was.path("required"));
        Set<String> now = texts(is.path("required"));
        Set<String> more = direction == Direction.SENT ? now : before;
        Set<String> fewer = direction == Direction.SENT ? before : now;
        more.stream()
                .filter(name -> !fewer.contains(name)
                        && (direction == Direction.SENT || is.path("properties").has(name)))
                .forEach(name -> report(
                        place + "." + name, direction, direction == Direction.SENT ? "is required" : "may be absent"));
    }

    /** Whatever other members there are. Where nothing is said of them, they are refused. */
    private void compareRest(String place, Direction direction, JsonNode was, JsonNode is) {
        boolean wasOpen = was.isObject() || was.asBoolean();
        boolean isOpen = is.isObject() || is.asBoolean();
        if (direction == Direction.SENT && wasOpen && !isOpen) {
            report(place + ".*", direction, "is gone");
        }
        if (was.isObject() && is.isObject()) {
            compare(place + ".*", direction, was, is);
        }
    }

    /** Each alternative that was must fit one that is; or, of what is received, the other way round. */
    private void compareChoices(String place, Direction direction, JsonNode was, JsonNode is) {
        List<JsonNode> before = choices(was);
        List<JsonNode> now = choices(is);
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        List<JsonNode> mustFit = direction == Direction.SENT ? orItself(before, was) : orItself(now, is);
        List<JsonNode> into = direction == Direction.SENT ? orItself(now, is) : orItself(before, was);
        for (JsonNode choice : mustFit) {
            if (into.stream().noneMatch(other -> fits(direction, choice, other))) {
                report(place, direction, "has no such choice as before: " + choice);
            }
        }
    }

    private boolean fits(Direction direction, JsonNode choice, JsonNode other) {
        SchemaCompatibility trial = new SchemaCompatibility(former, present, new HashSet<>());
        if (direction == Direction.SENT) {
            trial.compare("", direction, choice, other);
        } else {
            trial.compare("", direction, other, choice);
        }
        return trial.breaks.isEmpty();
    }

    private static List<JsonNode> orItself(List<JsonNode> choices, JsonNode itself) {
        return choices.isEmpty() ? List.of(itself) : choices;
    }

    private static List<JsonNode> choices(JsonNode schema) {
        return Stream.of("anyOf", "oneOf")
                .flatMap(kind -> StreamSupport.stream(schema.path(kind).spliterator(), false))
                .toList();
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(one -> texts.add(one.asText()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private void report(String where, Direction direction, String what) {
        breaks.add(where + ": " + what + (direction == Direction.SENT ? ", when sent" : ", when received"));
    }
}
