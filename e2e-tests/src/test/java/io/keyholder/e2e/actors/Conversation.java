package io.keyholder.e2e.actors;

import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is said in one test, by whomever. Carries the last change's consistency token from each actor to the next, so that
 * each sees what was done before, wherever it is served.
 */
final class Conversation {

    static final String HEADER = "Keyholder-Consistency";

    private final AtomicReference<String> token = new AtomicReference<>("");

    String token() {
        return token.get();
    }

    void heard(Response answer) {
        String newer = answer.header(HEADER);
        if (newer != null && answer.statusCode() < 300) {
            token.set(newer);
        }
    }
}
