package io.keyholder.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a request came to. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /** @throws IllegalStateException when it is another, with what was answered */
    public Answer is(int status) {
        if (status() != status) {
            throw new IllegalStateException("%s %s was answered by %d, not %d: %s"
                    .formatted(
                            response.request().method(), response.request().uri(), status(), status, response.body()));
        }
        return this;
    }

    /** The consistency token that was sent names something that has not arrived where it was asked for. */
    boolean isNotYetConsistent() {
        return status() == 503 && json().path("type").asText().endsWith("/consistency-timeout");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + response.body(), e);
        }
    }

    public String id() {
        return json().path("id").asText();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
