package io.keyholder.testing.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;

/** What a service answers when something is as much as a tenant may have. */
public final class Limits {

    private Limits() {}

    /**
     * @param limit by the words of the answer, such as {@code domains of a tenant}
     * @param value as it is configured
     */
    public static void expectReached(Response refused, String limit, int value) {
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"))
                .body("detail", containsString(limit))
                .body("detail", containsString("at most " + value + " "));
    }
}
