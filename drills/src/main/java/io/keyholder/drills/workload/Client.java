package io.keyholder.drills.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** One user at the gateway. Every request is sent once; one that is not answered in time is answered by nothing. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    static final String CONSISTENCY = "Keyholder-Consistency";

    private final URI gateway;
    private final Supplier<String> token;

    Client(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, headers, "");
    }

    Reply delete(String path, Map<String, String> headers) {
        return send("DELETE", path, headers, "");
    }

    Reply send(String method, String path, Map<String, String> headers, Object body) {
        return send(method, path, headers, json(body));
    }

    private Reply send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
            request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Reply.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.NONE;
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
