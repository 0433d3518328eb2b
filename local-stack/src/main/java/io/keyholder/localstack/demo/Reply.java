package io.keyholder.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** An answer. */
record Reply(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body; a missing node when it is not JSON. */
    JsonNode json() {
        try {
            return text().startsWith("{") ? JSON.readTree(text()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    String id() {
        return json().path("id").asText();
    }

    long total() {
        return json().path("total").asLong();
    }

    /** One field of each item of a list. */
    List<String> items(String field) {
        List<String> values = new ArrayList<>();
        json().path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    /** What a person would look at first. */
    String summary() {
        JsonNode body = json();
        if (body.has("items")) {
            String total = body.has("total") ? " of " + body.path("total") : "";
            String more = body.has("nextCursor") ? ", and more by nextCursor" : "";
            return body.path("items").size() + " items" + total + more;
        }
        if (body.has("title") && body.has("type")) {
            return body.path("type").asText() + "  " + body.path("detail").asText();
        }
        return body.isMissingNode() ? "" : body.toString();
    }
}
