package io.keyholder.gateway;

import static io.keyholder.gateway.Surroundings.TENANT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.gateway.GlobalAdminNoticeIT.Anew;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who adds to a tenant needs the consent of its Global admin, so that there is one must be known before it is answered. */
@QuarkusTest
@TestProfile(Anew.class)
@QuarkusTestResource(Surroundings.class)
class GlobalAdminNoticeIT {

    /** A gateway that has seen nobody yet. */
    public static final class Anew implements QuarkusTestProfile {}

    private final List<String> order = new CopyOnWriteArrayList<>();

    @AfterEach
    void behave() {
        List.of("tenant-relationship", "rooms")
                .forEach(name -> Surroundings.service(name).behave());
    }

    @Test
    void shouldBeGivenBeforeTheFirstRequestIsHandedOnUntilItIsTaken() {
        String admin = token(TokenSpec.of("ada").roles("global-admin"));
        await().until(() -> get(token(TokenSpec.of("norma"))).statusCode() == 200);
        Surroundings.service("rooms").answer(request -> {
            request.body().onSuccess(body -> {
                order.add("rooms " + body.length());
                request.response().end();
            });
        });
        answerTenants(500, admin);

        assertThat(get(token(TokenSpec.of("norma"))).statusCode()).isEqualTo(200);
        assertThat(post(admin).statusCode()).isEqualTo(200);
        answerTenants(200, admin);
        assertThat(post(admin).statusCode()).isEqualTo(200);
        assertThat(get(admin).statusCode()).isEqualTo(200);

        assertThat(order).containsExactly("rooms 0", "told 500", "rooms 200000", "told 200", "rooms 200000", "rooms 0");
    }

    private void answerTenants(int status, String expectedToken) {
        Surroundings.service("tenant-relationship").answer(request -> {
            assertThat(request.path()).isEqualTo("/v1/tenants/" + TENANT);
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + expectedToken);
            order.add("told " + status);
            request.response().setStatusCode(status).end();
        });
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get("/v1/rooms");
    }

    private static Response post(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/plain")
                .body("x".repeat(200_000))
                .post("/v1/rooms");
    }

    private static String token(TokenSpec who) {
        return Surroundings.issuer().token(who.tenant(TENANT.toString()));
    }
}
