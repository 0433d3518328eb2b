package io.keyholder.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A golden file. */
record Golden(Topic topic, String key, Map<String, String> headers, JsonNode payload) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Golden read(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("golden/" + name + ".json")) {
            if (file == null) {
                throw new AssertionError("There is no golden file " + name);
            }
            JsonNode golden = MAPPER.readTree(file);
            return new Golden(
                    Topic.named(golden.get("topic").asText()).orElseThrow(),
                    golden.get("key").asText(),
                    MAPPER.convertValue(golden.get("headers"), new TypeReference<Map<String, String>>() {}),
                    golden.get("payload"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payload as it is sent: without spaces, the fields in the file's order. */
    String compactPayload() {
        return payload.toString();
    }

    Event<?> decoded() throws UnreadableEvent {
        return EventCodec.decode(topic, key, headers, compactPayload().getBytes(UTF_8));
    }
}
