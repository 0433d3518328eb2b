package io.keyholder.rbac.escalation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keyholder.rbac.escalation.Model.Person;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests in one sequence: at its hour, each seeing what those before it have changed. */
final class Requests {
    private static final String CONSISTENCY = "Keyholder-Consistency";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client;
    private final URI service;
    private final TestIssuer issuer;
    private final Map<String, String> tokens = new HashMap<>();
    private @Nullable String seen;

    Requests(HttpClient client, URI service, TestIssuer issuer) {
        this.client = client;
        this.service = service;
        this.issuer = issuer;
    }

    record Answer(int status, JsonNode body, String location) {
        boolean isTaken() {
            return status < 300;
        }

        String id() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    Answer send(String method, String path, @Nullable Object body, Person by, UUID tenant, int hour) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(by, tenant))
                .header("If-Match", "*")
                .header(RequestClock.HOURS_LATER, Integer.toString(hour))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, published(body));
        if (seen != null) {
            request.header(CONSISTENCY, seen);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().firstValue(CONSISTENCY).ifPresent(token -> seen = token);
            return new Answer(
                    response.statusCode(),
                    response.body().length == 0 ? MissingNode.getInstance() : MAPPER.readTree(response.body()),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static HttpRequest.BodyPublisher published(@Nullable Object body) throws IllegalArgumentException {
        try {
            return body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String token(Person by, UUID tenant) {
        return tokens.computeIfAbsent(by.name(), name -> {
            TokenSpec token = TokenSpec.of(name)
                    .tenant(tenant.toString())
                    .groups(by.groups().toArray(String[]::new));
            return issuer.token(by.kind() == Person.Kind.MEMBER ? token : token.roles("global-admin"));
        });
    }
}
