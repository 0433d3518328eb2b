package io.keyholder.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One user at one address, who sees what it did itself: it sends back the consistency token of its last change, and
 * asks again while the answer is that it has not arrived yet. For one thread at a time.
 */
public final class Caller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI server;
    private final Supplier<String> token;
    private String consistency = "";

    public Caller(URI server, Supplier<String> token) {
        this.server = server;
        this.token = token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public Answer postCsv(String path, String csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    public Answer put(String path, String etag, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(json(body)));
    }

    public Answer delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE());
    }

    /** The token of the last change, for another caller that must see it. */
    public String consistency() {
        return consistency;
    }

    /** From now on it sees what the token names. */
    public Caller seeing(String consistencyToken) {
        consistency = consistencyToken;
        return this;
    }

    private Answer send(HttpRequest.Builder request) {
        if (!consistency.isEmpty()) {
            request.header("Keyholder-Consistency", consistency);
        }
        return Await.first(
                "%s has heard of what was done".formatted(server),
                PATIENCE,
                () -> answer(request.build()),
                answer -> !answer.isNotYetConsistent());
    }

    private Answer answer(HttpRequest request) {
        try {
            var answer = new Answer(HTTP.send(request, BodyHandlers.ofString()));
            consistency = answer.header("Keyholder-Consistency").isEmpty()
                    ? consistency
                    : answer.header("Keyholder-Consistency");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/v1" + path)).header("Authorization", "Bearer " + token.get());
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
