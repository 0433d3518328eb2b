package io.keyholder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over connections: to the client, and to the services. */
@QuarkusTest
class WireIT extends GatewayTest {

    private static void assertProblem(String answer, int status, String slug) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("connection: close")
                .contains("/problems/" + slug);
    }

    @Nested
    class Unreadable {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /v1/rooms/a b HTTP/1.1",
                    "GET /v1/rooms?q=a b HTTP/1.1",
                    "GET",
                    "GET /v1/rooms HTTP/3.7",
                    "GET /v1/rooms FTP/1.1",
                    "\u0016\u0003\u0001 /v1/rooms"
                })
        void shouldSayThatARequestLineIsNone(String line) {
            String answer = RawHttp.exchange(port(), line + "\nHost: gateway\n\n");

            assertProblem(answer, 400, "invalid-request");
            assertThat(answer).contains("well-formed HTTP");
        }

        @ParameterizedTest
        @ValueSource(strings = {"A\u0000: b", "A B: c", "no colon", "Content-Length: x"})
        void shouldSayThatAHeaderIsNone(String header) {
            assertProblem(
                    RawHttp.exchange(port(), "POST /v1/rooms HTTP/1.1\nHost: gateway\n" + header + "\n\n"),
                    400,
                    "invalid-request");
        }

        @Test
        void shouldSayThatTheAddressIsTooLong() {
            String line = "GET /v1/rooms?q=" + "a".repeat(9_000) + " HTTP/1.1";

            assertProblem(RawHttp.exchange(port(), line + "\nHost: gateway\n\n"), 414, "uri-too-long");
        }

        @ParameterizedTest
        @ValueSource(ints = {33_000, 200_000})
        void shouldSayThatHeadersAreTooLarge(int length) {
            String request = "GET / HTTP/1.1\nHost: gateway\nA: " + "a".repeat(length) + "\n\n";

            assertProblem(RawHttp.exchange(port(), request), 431, "headers-too-large");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "chunked, gzip", "gzip, chunked", "xchunked", "identity"})
        void shouldCloseTheConnectionOnAnUnknownTransferEncoding(String encoding) {
            String answer = RawHttp.exchange(
                    port(),
                    raw("POST /v1/rooms HTTP/1.1", "Transfer-Encoding: " + encoding) + "0\n\n"
                            + raw("GET /v1/rooms/smuggled HTTP/1.1"));

            assertProblem(answer, 400, "invalid-request");
            assertThat(answer).doesNotContain("smuggled", "\"service\"");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        }

        @Test
        void shouldSayThatABodyBreaks() {
            String answer = RawHttp.exchange(
                    port(), raw("POST /v1/rooms HTTP/1.1", "Transfer-Encoding: chunked") + "zz\nabc\n0\n\n");

            assertProblem(answer, 400, "invalid-request");
        }

        @Test
        void shouldAnswerWhatCameBeforeFirst() {
            String answer = RawHttp.exchange(
                    port(),
                    raw("GET /v1/rooms HTTP/1.1") + "nonsense\nHost: gateway\n\n" + raw("GET /v1/roles HTTP/1.1"));

            assertThat(answer.indexOf("HTTP/1.1 200")).isZero();
            assertThat(answer.indexOf("\"service\":\"rooms\"")).isPositive();
            assertProblem(answer.substring(answer.lastIndexOf("HTTP/1.1 ")), 400, "invalid-request");
            assertThat(answer).doesNotContain("rbac");
        }
    }

    @Nested
    class WithoutABody {

        @ParameterizedTest
        @CsvSource({"GET, 304", "DELETE, 204"})
        void shouldSayNothingOfFraming(String method, int status) {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .setStatusCode(status)
                            .putHeader("ETag", "\"7\"")
                            .end());

            String answer = answerAndTheNext(method);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("etag: \"7\"")
                    .containsIgnoringCase("x-request-id: ")
                    .doesNotContainIgnoringCase("transfer-encoding", "content-length");
            assertThat(answer).endsWith("\r\n\r\n");
        }

        @Test
        void shouldTellTheLengthToHeadAndSendNothing() {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Content-Length", "17")
                            .end());

            String answer = answerAndTheNext("HEAD");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-length: 17")
                    .endsWith("\r\n\r\n");
        }

        @Test
        void shouldLeaveAHeadOfUnknownLengthOpen() {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .putHeader("Transfer-Encoding", "chunked")
                            .end());

            assertThat(answerAndTheNext("HEAD"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContainIgnoringCase("transfer-encoding", "content-length");
        }

        /** All that comes before the answer to the next request on the same connection. */
        private String answerAndTheNext(String method) {
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw(method + " /v1/rooms/1 HTTP/1.1"));
                String first = http.readUntil("\r\n\r\n");
                http.send(raw("GET /v1/roles HTTP/1.1", "Connection: close"));
                String both = http.readAll();
                int next = both.lastIndexOf("HTTP/1.1 200 OK");
                assertThat(both.substring(next)).contains("\"service\":\"rbac\"");
                assertThat(both.substring(0, next)).isEqualTo(first);
                return first;
            }
        }
    }

    @Nested
    class ToServices {

        @Test
        void shouldPassAllThatTheGatewayTakes() {
            signedIn()
                    .header("X-Long", "a".repeat(25_000))
                    .get("/v1/rooms")
                    .then()
                    .statusCode(200);
            signedIn().get("/v1/rooms?q=" + "a".repeat(7_900)).then().statusCode(200);
        }

        /** A service that cannot read a request ends the connection, and does not always say so. */
        @Test
        void shouldNotLetOneCallersRequestHarmOthers() throws Exception {
            Surroundings.service("rooms").answer(request -> {
                if (request.headers().contains("X-Long")) {
                    request.response().setStatusCode(431).end();
                    closeSoon(request);
                } else {
                    request.response().end("fine");
                }
            });
            try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
                Future<?> one = callers.submit(() -> IntStream.range(0, 200)
                        .forEach(i -> signedIn().header("X-Long", "a").get("/v1/rooms")));
                List<Callable<List<Integer>>> others = Stream.generate(
                                () -> (Callable<List<Integer>>) WireIT::oneUsersChanges)
                        .limit(6)
                        .toList();

                for (Future<List<Integer>> other : callers.invokeAll(others)) {
                    assertThat(other.get()).containsOnly(200);
                }
                one.get();
            }
        }

        private static void closeSoon(HttpServerRequest request) {
            io.vertx.core.Vertx.currentContext()
                    .owner()
                    .setTimer(2, timer -> request.connection().close());
        }

        @Test
        void shouldReadOnceMoreWhereAConnectionWasJustClosed() {
            AtomicInteger asked = new AtomicInteger();
            Surroundings.service("rooms").answer(request -> {
                if (asked.getAndIncrement() == 0) {
                    request.connection().close();
                } else {
                    request.response().end("fine");
                }
            });

            signedIn().get("/v1/rooms").then().statusCode(200);
            assertThat(asked).hasValue(2);
        }

        @Test
        void shouldChangeNothingTwice() {
            AtomicInteger asked = new AtomicInteger();
            Surroundings.service("rooms").answer(request -> {
                asked.incrementAndGet();
                request.connection().close();
            });

            signedIn().body("{}").post("/v1/rooms").then().statusCode(502);
            signedIn().delete("/v1/rooms/1").then().statusCode(502);
            assertThat(asked).hasValue(2);
        }
    }

    private static List<Integer> oneUsersChanges() {
        String token = newToken();
        return IntStream.range(0, 200)
                .mapToObj(i -> io.restassured.RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .body("{}")
                        .post("/v1/rooms")
                        .statusCode())
                .toList();
    }
}
