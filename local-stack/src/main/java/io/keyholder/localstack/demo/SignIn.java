package io.keyholder.localstack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.localstack.PasswordGrant;
import io.keyholder.localstack.Passwords;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Access tokens of the demo's users, fetched anew long before they expire. */
final class SignIn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEEP = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private record Held(String token, Instant since) {}

    private final PasswordGrant keycloak;
    private final Map<String, Held> held = new HashMap<>();

    SignIn(String keycloakUrl, Passwords passwords) {
        this.keycloak = new PasswordGrant(keycloakUrl, PATIENCE, passwords);
    }

    String token(String userName) {
        Instant now = Instant.now();
        return held.compute(
                        userName,
                        (name, known) ->
                                known != null && known.since().plus(KEEP).isAfter(now)
                                        ? known
                                        : new Held(keycloak.tokenOf(name), now))
                .token();
    }

    /** The user's id: the token's {@code sub}. */
    String idOf(String userName) {
        String claims = token(userName).split("\\.")[1];
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException("An access token's claims are JSON", e);
        }
    }
}
