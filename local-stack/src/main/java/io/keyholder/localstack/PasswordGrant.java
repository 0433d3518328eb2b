package io.keyholder.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Access tokens of demo users, as Keycloak gives them to the command line.
 *
 * @param patience how long to ask again while Keycloak does not answer
 */
public record PasswordGrant(String keycloakUrl, Duration patience, Passwords passwords) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param userName of a demo user, or {@code operator} */
    public String tokenOf(String userName) {
        var user = DemoUser.find(userName)
                .orElseThrow(() ->
                        new StackException("There is no demo user %s. There are: %s.".formatted(userName, names())));
        var request = HttpRequest.newBuilder(
                        URI.create(keycloakUrl + "/realms/" + user.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=keyholder-cli&scope=openid&username=%s&password=%s"
                                .formatted(user.name(), passwords.of(user.name()))));
        var answer = Http.send(request, patience);
        return switch (answer.status()) {
            case 200 -> accessToken(answer.body());
            case 0 ->
                throw new StackException("Keycloak does not answer on %s: run ./keyholder up.".formatted(keycloakUrl));
            default -> throw new StackException("Keycloak gave %s no token: %s".formatted(user.name(), answer.body()));
        };
    }

    private static String accessToken(String body) {
        try {
            return JSON.readTree(body).path("access_token").asText();
        } catch (JsonProcessingException e) {
            throw new StackException("Keycloak's answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String names() {
        return DemoUser.ALL.stream().map(DemoUser::name).collect(Collectors.joining(", "));
    }
}
