package io.keyholder.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyholder.client.model.Problem;
import io.keyholder.client.model.TenantChange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * Sends requests as the API's guide asks of a client.
 *
 * @param latest the token of the latest change, which all that are made of one connection share
 * @param extraHeaders replace what would be sent otherwise
 */
record Connection(
        Transport transport,
        AtomicReference<String> latest,
        Supplier<String> token,
        Listener listener,
        Map<String, String> extraHeaders) {
    private static final String CONSISTENCY = "Keyholder-Consistency";
    private static final int PENDING = 202;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new JsonNullableModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /**
     * What everybody shares.
     *
     * @param timeout for how long an answer is waited for, each time
     */
    record Transport(URI gateway, HttpClient http, Retries retries, Duration timeout, boolean readsItsWrites) {}

    Connection withHeader(String name, String value) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(extraHeaders);
        headers.put(name, value);
        return new Connection(transport, latest, token, listener, headers);
    }

    Connection as(Supplier<String> accessToken) {
        return new Connection(transport, latest, accessToken, listener, extraHeaders);
    }

    Connection heardBy(Listener other) {
        return new Connection(transport, latest, token, other, extraHeaders);
    }

    String consistency() {
        return Objects.requireNonNullElse(latest.get(), "");
    }

    void see(String consistencyToken) {
        latest.set(consistencyToken);
    }

    void send(Request request) {
        text(request);
    }

    <T> T send(Request request, TypeReference<T> type) {
        String text = text(request);
        T answer = read(text, type);
        if (answer instanceof Page<?> page) {
            page.followedBy(cursor -> next(request.at(cursor), type));
        }
        return answer;
    }

    /** Of the type of the page before. */
    @SuppressWarnings("unchecked")
    private <U, T> Page<U> next(Request request, TypeReference<T> type) {
        return (Page<U>) send(request, type);
    }

    /** What is answered, as it comes; to be closed. */
    InputStream stream(Request request) {
        HttpResponse<InputStream> response = answered(request);
        listener.answered(response.request(), response.statusCode(), response.headers(), "");
        return response.body();
    }

    private String text(Request request) {
        HttpResponse<InputStream> response = answered(request);
        String text = text(response);
        listener.answered(response.request(), response.statusCode(), response.headers(), text);
        if (response.statusCode() == PENDING) {
            throw new ChangePendingException(read(text, new TypeReference<TenantChange>() {}));
        }
        return text;
    }

    /** @return a success whose body is not read yet */
    private HttpResponse<InputStream> answered(Request request) {
        extraHeaders.forEach(request::header);
        if (request.method().equals("POST")) {
            request.headerUnlessGiven("Idempotency-Key", UUID.randomUUID().toString());
        }
        String body = written(request);
        for (int attempt = 0; ; attempt++) {
            HttpRequest sent = http(request, body);
            listener.sending(sent, body);
            Optional<Duration> wait;
            String reason;
            try {
                HttpResponse<InputStream> response = transport.http().send(sent, BodyHandlers.ofInputStream());
                response.headers().firstValue(CONSISTENCY).ifPresent(latest::set);
                if (response.statusCode() / 100 == 2) {
                    return response;
                }
                String text = text(response);
                Problem problem = problem(response.statusCode(), text);
                wait = retries()
                        .after(attempt, request.isRepeatable(), response.statusCode(), response.headers(), text);
                reason = response.statusCode() + " " + problem.getTitle();
                if (wait.isEmpty()) {
                    listener.answered(sent, response.statusCode(), response.headers(), text);
                    throw new KeyholderProblem(problem, response.headers());
                }
            } catch (IOException e) {
                wait = retries().afterNothing(attempt, request.isRepeatable());
                reason = "no answer";
                if (wait.isEmpty()) {
                    throw new NoAnswerException("No answer from " + sent.uri(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswerException("Interrupted while waiting for " + sent.uri(), e);
            }
            listener.retrying(sent, reason, wait.orElseThrow());
            pause(wait.orElseThrow());
        }
    }

    private Retries retries() {
        return transport.retries();
    }

    private HttpRequest http(Request request, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri(transport.gateway()))
                .timeout(transport.timeout())
                .header("Authorization", "Bearer " + token.get())
                .method(request.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (transport.readsItsWrites() && !consistency().isEmpty()) {
            builder.setHeader(CONSISTENCY, consistency());
        }
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private static String text(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NoAnswerException("The answer of " + response.uri() + " broke off", e);
        }
    }

    private static String written(Request request) {
        Object body = request.body();
        if (body == null) {
            return "";
        }
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON: " + body, e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer is not what this client's version knows: " + text, e);
        }
    }

    /** One that is no problem, as a proxy's, becomes one. */
    private static Problem problem(int status, String text) {
        try {
            Problem problem = JSON.readValue(text, Problem.class);
            if (problem != null
                    && problem.getType() != null
                    && problem.getTitle() != null
                    && problem.getStatus() != null) {
                return problem;
            }
        } catch (JsonProcessingException e) {
            // It says nothing that is known here.
        }
        return new Problem().type("about:blank").title("HTTP " + status).status(status);
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("Interrupted between two tries", e);
        }
    }
}
