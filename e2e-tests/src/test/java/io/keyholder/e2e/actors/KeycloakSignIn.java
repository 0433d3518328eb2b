package io.keyholder.e2e.actors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.localstack.PasswordGrant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A demo user's token, fetched anew long before it expires. */
record KeycloakSignIn(String keycloakUrl, String userName) {

    private record Held(String token, Instant since) {

        boolean isFresh() {
            return since.plus(Duration.ofMinutes(3)).isAfter(Instant.now());
        }
    }

    private static final Map<KeycloakSignIn, Held> HELD = new ConcurrentHashMap<>();

    String token() {
        return HELD.compute(this, (who, held) -> held != null && held.isFresh() ? held : fetch())
                .token();
    }

    /** The token's {@code sub}. */
    String id() {
        byte[] claims = Base64.getUrlDecoder().decode(token().split("\\.")[1]);
        try {
            return new ObjectMapper().readTree(claims).path("sub").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Held fetch() {
        PasswordGrant keycloak = new PasswordGrant(
                keycloakUrl, Duration.ZERO, Deployment.current().passwords());
        return new Held(keycloak.tokenOf(userName), Instant.now());
    }
}
