package io.keyholder.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a person would look at first in an answer. */
final class Summary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Summary() {}

    static String of(String answer) {
        if (!answer.startsWith("{")) {
            return "";
        }
        try {
            return of(JSON.readTree(answer));
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String of(JsonNode body) {
        if (body.has("items")) {
            String total = body.has("total") ? " of " + body.path("total") : "";
            String more = body.has("nextCursor") ? ", and more by nextCursor" : "";
            return body.path("items").size() + " items" + total + more;
        }
        if (body.has("title") && body.has("type")) {
            return body.path("type").asText() + "  " + body.path("detail").asText();
        }
        return body.toString();
    }
}
