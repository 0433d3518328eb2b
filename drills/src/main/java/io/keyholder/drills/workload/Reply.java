package io.keyholder.drills.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keyholder.drills.history.Exchange;
import java.net.http.HttpResponse;

/** @param status 0 where nothing was answered */
record Reply(int status, String text, String etag, String consistency) {
    static final Reply NONE = new Reply(Exchange.UNANSWERED, "", "", "");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue(Client.CONSISTENCY).orElse(""));
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    JsonNode body() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
