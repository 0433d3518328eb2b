package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.web.sample.SeenRooms;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsistencyIT extends SampleTest {

    @Inject
    SeenRooms view;

    @AfterEach
    void catchUp() {
        view.catchUp();
    }

    private static String tokenOf(Response answer) {
        return answer.header("Keyholder-Consistency");
    }

    @Test
    void shouldGoOnWhenAllIsSeen() {
        Response created = create(name());

        admin(aurora)
                .header("Keyholder-Consistency", tokenOf(created))
                .get(created.header("Location"))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAskToTryAgainWhenItIsNotSeenInTime() {
        Response created = create(name());
        view.lag();

        admin(aurora)
                .header("Keyholder-Consistency", tokenOf(created))
                .get(created.header("Location"))
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/consistency-timeout"))
                .body("traceId", containsString(""));
    }

    @Test
    void shouldNotWaitWithoutAToken() {
        Response created = create(name());
        view.lag();

        admin(aurora).get(created.header("Location")).then().statusCode(200);
    }

    @Test
    void shouldWaitUntilItIsSeenAndThenServeAlsoAChangeWithItsBody() throws Exception {
        String token = tokenOf(create(name()));
        view.lag();

        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> admin(aurora)
                .contentType(ContentType.JSON)
                .header("Keyholder-Consistency", token)
                .body("{\"name\":\"" + name() + "\"}")
                .post("/v1/notes"));
        org.awaitility.Awaitility.await()
                .during(java.time.Duration.ofMillis(300))
                .atMost(java.time.Duration.ofSeconds(1))
                .until(() -> !waiting.isDone());
        view.catchUp();

        waiting.get(10, TimeUnit.SECONDS).then().statusCode(201);
    }

    @Test
    void shouldRefuseATokenThatWasChanged() {
        String token = tokenOf(create(name()));
        String other = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);

        for (String tampered : new String[] {other, token + "A", "nonsense!", "", "AAAA"}) {
            admin(aurora)
                    .header("Keyholder-Consistency", tampered)
                    .get("/v1/notes")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("Keyholder-Consistency"));
        }
    }

    @Test
    void shouldMergeTheTokenThatAChangeBrings() {
        Response first = create(name());
        Response second = admin(aurora)
                .contentType(ContentType.JSON)
                .header("Keyholder-Consistency", tokenOf(first))
                .body("{\"name\":\"" + name() + "\"}")
                .post("/v1/notes");

        assertThat(tokenOf(second).length()).isGreaterThan(tokenOf(first).length());
    }

    @Test
    void shouldMergeItAlsoWhenTheFirstAnswerIsGivenAgain() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"" + name() + "\"}";
        Response first = admin(aurora)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/notes");
        Response between = create(name());

        Response again = admin(aurora)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .header("Keyholder-Consistency", tokenOf(between))
                .body(body)
                .post("/v1/notes");

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(tokenOf(again).length()).isGreaterThan(tokenOf(first).length());
    }

    @Test
    void shouldStaySmallWhateverWasChanged() {
        String token = tokenOf(admin(aurora).post("/v1/notes/many"));
        for (int i = 0; i < 130; i++) {
            Response answer = admin(aurora)
                    .contentType(ContentType.JSON)
                    .header("Keyholder-Consistency", token)
                    .body("{\"name\":\"" + name() + "\"}")
                    .post("/v1/notes");
            token = tokenOf(answer);
        }

        assertThat(token.length()).isLessThan(4096);
        admin(aurora)
                .header("Keyholder-Consistency", token)
                .get("/v1/notes")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAwaitAllOfABulkChange() {
        String token = tokenOf(admin(aurora).post("/v1/notes/many"));
        view.lag();

        admin(aurora)
                .header("Keyholder-Consistency", token)
                .get("/v1/notes")
                .then()
                .statusCode(503);
    }
}
