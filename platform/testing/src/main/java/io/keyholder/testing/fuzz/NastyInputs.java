package io.keyholder.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyholder.contracts.Ids;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends every nasty value to every query parameter, path parameter and body field that a service describes, one at a time,
 * and tells what it answered with a failure of its own. No input may do that: what is wrong with a request is the caller's to
 * know.
 */
public final class NastyInputs {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MARK = "\"keyholder-nasty\"";
    private static final int FIRST_FAILURE = 500;

    private final JsonNode document;
    private final Supplier<RequestSpecification> caller;
    private final Map<String, String> known;
    private final Samples samples;
    private final List<String> failures = new ArrayList<>();

    /**
     * What a service describes, to be sent by somebody who may do everything there.
     *
     * @param openApi the service's document, as JSON
     * @param known what templates of paths, such as {@code /v1/rooms/{id}}, stand for where something exists
     */
    public NastyInputs(String openApi, Supplier<RequestSpecification> caller, Map<String, String> known) {
        this.document = read(openApi);
        this.caller = caller;
        this.known = known;
        this.samples = new Samples(document);
    }

    /** Each request that was answered with 500 or more: method, path, where, and the value. Empty when all is well. */
    public List<String> failures() {
        document.path("paths")
                .forEachEntry((template, item) -> item.forEachEntry((method, operation) -> {
                    if (operation.has("operationId")) {
                        send(method.toUpperCase(Locale.ROOT), template, operation);
                    }
                }));
        return List.copyOf(failures);
    }

    private void send(String method, String template, JsonNode operation) {
        String path = filled(template);
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                String name = parameter.path("name").asText();
                NastyValues.TEXTS.forEach(value ->
                        request(method, path + "?" + name + "=" + URLEncoder.encode(value, UTF_8), name, value, ""));
            }
        });
        JsonNode content = operation.path("requestBody").path("content");
        content.forEachEntry((type, media) -> {
            if (type.endsWith("json")) {
                bodies(method, path, type, samples.of(media.path("schema")));
            }
        });
    }

    private void bodies(String method, String path, String type, JsonNode sample) {
        for (JsonPointer place : placesIn(sample)) {
            String marked = marked(sample, place);
            NastyValues.json().forEach(value -> {
                String body = marked.replace(MARK, value);
                request(method, path, place.toString(), value, body, type);
            });
        }
    }

    private void request(String method, String path, String place, String value, String body, String... type) {
        RequestSpecification request = caller.get().urlEncodingEnabled(false);
        if (type.length > 0) {
            request = request.header("Content-Type", type[0]).body(body.getBytes(UTF_8));
        }
        if (method.equals("PATCH") || method.equals("PUT")) {
            request = request.header("If-Match", "*");
        }
        int status = request.request(method, path).statusCode();
        if (status >= FIRST_FAILURE) {
            failures.add(status + " " + method + " " + path + " at " + place + ": "
                    + value.substring(0, Math.min(80, value.length())));
        }
    }

    /** What is not known names nothing. */
    private String filled(String template) {
        String path = template;
        for (Map.Entry<String, String> one : known.entrySet()) {
            path = path.startsWith(one.getKey())
                    ? one.getValue() + path.substring(one.getKey().length())
                    : path;
        }
        return path.replaceAll("\\{type[^}]*}", "USER")
                .replaceAll("\\{[^}]+}", Ids.next().toString());
    }

    private static List<JsonPointer> placesIn(JsonNode sample) {
        List<JsonPointer> places = new ArrayList<>();
        collect(sample, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (!at.matches()) {
            places.add(at);
        }
        if (node.isObject()) {
            node.forEachEntry((name, member) -> collect(member, at.appendProperty(name), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), places);
            }
        }
    }

    private static String marked(JsonNode sample, JsonPointer place) {
        ContainerNode<?> copy = sample.deepCopy();
        JsonNode parent = copy.at(place.head());
        JsonPointer last = place.last();
        switch (parent) {
            case ObjectNode object -> object.put(last.getMatchingProperty(), MARK.substring(1, MARK.length() - 1));
            case ArrayNode array -> array.set(last.getMatchingIndex(), MARK.substring(1, MARK.length() - 1));
            default -> throw new IllegalStateException("Only containers hold places");
        }
        return copy.toString();
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON", e);
        }
    }
}
