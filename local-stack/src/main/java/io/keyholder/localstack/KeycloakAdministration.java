package io.keyholder.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The operators' realm by Keycloak's administration API, as its administrator, who signs in for each request. */
record KeycloakAdministration(String keycloakUrl, Credentials credentials) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    JsonNode get(String path) {
        return read(send("GET", path, BodyPublishers.noBody()));
    }

    void post(String path, JsonNode body) {
        send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    void put(String path, JsonNode body) {
        send("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    void delete(String path) {
        send("DELETE", path, BodyPublishers.noBody());
    }

    /** Keycloak's answer to a user's name and password. */
    Http.Answer signIn(String realm, String client, String user, String password) {
        var form = "grant_type=password&client_id=%s&username=%s&password=%s".formatted(client, user, password);
        var request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return Http.send(request, PATIENCE);
    }

    private Http.Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/admin/realms/" + DemoUser.OPERATORS + "/" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body);
        var answer = Http.send(request, PATIENCE);
        if (answer.status() / 100 != 2) {
            throw new StackException("Keycloak does not do %s %s: %s".formatted(method, path, answer));
        }
        return answer;
    }

    private String token() {
        return read(signIn("master", "admin-cli", Keycloak.ADMINISTRATOR, credentials.keycloakAdministrator()))
                .path("access_token")
                .asText();
    }

    private static JsonNode read(Http.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackException("Keycloak's answer is not JSON: " + answer, e);
        }
    }
}
