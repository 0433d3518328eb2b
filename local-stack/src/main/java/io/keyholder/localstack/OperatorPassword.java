package io.keyholder.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The operator's password in a realm that was imported before passwords were made at random, or with another one. */
record OperatorPassword(String keycloakUrl, Credentials credentials) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPERATOR = "oscar";

    /** Nothing to do where the realm has it: the import takes it from the environment. */
    void set() {
        var signIn = grant(DemoUser.OPERATORS, "keyholder-cli", OPERATOR, credentials.operator());
        if (signIn.status() == 200) {
            return;
        }
        var administrator = grant("master", "admin-cli", Keycloak.ADMINISTRATOR, credentials.keycloakAdministrator());
        replace(read(administrator).path("access_token").asText());
    }

    private void replace(String token) {
        var users = keycloakUrl + "/admin/realms/" + DemoUser.OPERATORS + "/users";
        var found = read(Http.send(authorized(users + "?exact=true&username=" + OPERATOR, token), PATIENCE));
        var password = JSON.createObjectNode()
                .put("type", "password")
                .put("temporary", false)
                .put("value", credentials.operator());
        var reset = authorized(users + "/" + found.path(0).path("id").asText() + "/reset-password", token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(password.toString()));
        var answer = Http.send(reset, PATIENCE);
        if (answer.status() != 204) {
            throw new StackException("The operator's password cannot be replaced: " + answer);
        }
    }

    private Http.Answer grant(String realm, String client, String user, String password) {
        var form = "grant_type=password&client_id=%s&username=%s&password=%s".formatted(client, user, password);
        var request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return Http.send(request, PATIENCE);
    }

    private static HttpRequest.Builder authorized(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(Http.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackException("Keycloak's answer is not JSON: " + answer, e);
        }
    }
}
