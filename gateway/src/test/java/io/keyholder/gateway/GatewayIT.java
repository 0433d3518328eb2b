package io.keyholder.gateway;

import static io.keyholder.gateway.Surroundings.TENANT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.TenantState;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.GatewayProblem;
import io.keyholder.problems.ProblemCatalogue;
import io.keyholder.problems.ProblemType;
import io.keyholder.testing.http.RawHttp;
import io.keyholder.testing.issuer.Attack;
import io.keyholder.testing.issuer.Attacks;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GatewayIT {
    private static final int MIB = 1024 * 1024;

    /** A user of its own for each test, with a quota of its own. */
    private final String user = UUID.randomUUID().toString();

    private final String token = Surroundings.issuer().token(spec());

    private TokenSpec spec() {
        return TokenSpec.of(user).tenant(TENANT.toString());
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private RequestSpecification signedIn() {
        return given().header("Authorization", "Bearer " + token).urlEncodingEnabled(false);
    }

    private String raw(String startLine, String... headers) {
        return startLine + "\nHost: gateway\nConnection: close\nAuthorization: Bearer " + token + "\n"
                + Stream.of(headers).map(header -> header + "\n").reduce("", String::concat) + "\n";
    }

    private static ValidatableResponse problem(ValidatableResponse response, ProblemType type) {
        return response.statusCode(type.status())
                .contentType("application/problem+json")
                .body("type", equalTo(type.uri()))
                .body("title", equalTo(type.title()))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .header("X-Request-Id", notNullValue())
                .header("RateLimit", notNullValue());
    }

    @BeforeEach
    void catchUp() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> signedIn().get("/v1/rooms").statusCode() == 200);
    }

    @AfterEach
    void behave() {
        List.of("tenant-relationship", "invitation", "rbac", "rooms", "audit")
                .forEach(name -> Surroundings.service(name).behave());
    }

    @Nested
    class Routing {

        @ParameterizedTest
        @CsvSource({
            "/v1/tenants,tenant-relationship",
            "/v1/relationships/1,tenant-relationship",
            "/v1/invitations,invitation",
            "/v1/permissions,rbac",
            "/v1/roles/1/assignments,rbac",
            "/v1/assignments/1/members/USER/auth0%7C17,rbac",
            "/v1/access/check,rbac",
            "/v1/rooms?q=a%2Fb&limit=5,rooms",
            "/v1/room-groups,rooms",
            "/v1/delegations/1,rooms",
            "/v1/settings,rooms",
            "/v1/audit/events,audit"
        })
        void shouldHandEachPathToItsOwnerAsItIs(String path, String owner) {
            signedIn()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("service", equalTo(owner))
                    .body("uri", equalTo(path))
                    .header("ETag", endsWith("\"1\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET", "OPTIONS"})
        void shouldHandOnEachMethodWithItsBody(String method) {
            signedIn()
                    .body("{\"a\":1}")
                    .request(method, "/v1/rooms")
                    .then()
                    .statusCode(200)
                    .body("method", equalTo(method))
                    .body("length", equalTo(7));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/nothing", "/v1/", "/v1/roomsx", "/v1/incidents"})
        void shouldKnowNoOtherPath(String path) {
            problem(signedIn().get(path).then(), CommonProblem.NOT_FOUND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/q/metrics", "/q/openapi", "/q/dev", "/q", "/webjars/scalar/index.html", "/x"})
        void shouldShowNothingElse(String path) {
            problem(given().get(path).then(), CommonProblem.NOT_FOUND);
        }

        @Test
        void shouldPassOverAnInstanceThatIsAway() {
            IntStream.range(0, 6)
                    .forEach(i -> signedIn().get("/v1/audit/events").then().statusCode(200));
        }
    }

    @Nested
    class Tokens {

        static Stream<Attack> attacks() {
            return Attacks.all(
                    Surroundings.issuer(),
                    Surroundings.attacker(),
                    TokenSpec.of("ada").tenant(TENANT.toString()))
                    .stream();
        }

        @ParameterizedTest
        @MethodSource("attacks")
        void shouldRefuseForgeries(Attack attack) {
            int asked = Surroundings.attacker().requests();

            problem(
                            given().header("Authorization", "Bearer " + attack.token())
                                    .get("/v1/rooms")
                                    .then(),
                            CommonProblem.UNAUTHENTICATED)
                    .header("WWW-Authenticate", startsWith("Bearer realm=\"keyholder\", error=\"invalid_token\""));

            assertThat(Surroundings.attacker().requests()).isEqualTo(asked);
        }

        @Test
        void shouldRefuseARequestWithoutToken() {
            problem(given().get("/v1/rooms").then(), CommonProblem.UNAUTHENTICATED)
                    .header("WWW-Authenticate", "Bearer realm=\"keyholder\"");
        }

        @Test
        void shouldRefuseTwoAuthorizationHeaders() {
            problem(
                    given().header("Authorization", "Bearer " + token, "Bearer " + token)
                            .get("/v1/rooms")
                            .then(),
                    CommonProblem.UNAUTHENTICATED);
        }

        @Test
        void shouldRefuseASuspendedTenantWithinASecond() {
            Surroundings.register(TenantState.Status.SUSPENDED);
            try {
                await().atMost(Duration.ofSeconds(1))
                        .until(() -> signedIn().get("/v1/rooms").statusCode() == 401);
            } finally {
                Surroundings.register(TenantState.Status.ACTIVE);
            }
        }

        @Test
        void shouldAcceptOperators() {
            String operator =
                    Surroundings.operators().token(TokenSpec.of("root").roles("platform-operator"));

            given().header("Authorization", "Bearer " + operator)
                    .get("/v1/tenants")
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Headers {

        @Test
        void shouldStripWhatAClientMayNotSay() {
            signedIn()
                    .header("X-Forwarded-For", "1.2.3.4")
                    .header("Forwarded", "for=1.2.3.4")
                    .header("X-Remote-User", "root")
                    .header("X-Keyholder-Tenant", "x")
                    .header("X_Keyholder_Tenant", "x")
                    .header("X-HTTP-Method-Override", "DELETE")
                    .header("Proxy-Authorization", "Basic x")
                    .header("TE", "trailers")
                    .header("Accept-Language", "de")
                    .get("/v1/rooms")
                    .then()
                    .body("headers", not(hasKey("forwarded")))
                    .body("headers", not(hasKey("x-remote-user")))
                    .body("headers", not(hasKey("x-keyholder-tenant")))
                    .body("headers", not(hasKey("x_keyholder_tenant")))
                    .body("headers", not(hasKey("x-http-method-override")))
                    .body("headers", not(hasKey("proxy-authorization")))
                    .body("headers", not(hasKey("te")))
                    .body("headers.'x-forwarded-for'", equalTo(List.of("127.0.0.1")))
                    .body("headers.'x-forwarded-proto'", equalTo(List.of("http")))
                    .body("headers.'x-forwarded-host'", hasSize(1))
                    .body("headers.'accept-language'", equalTo(List.of("de")))
                    .body("headers.authorization", hasSize(1));
        }

        @Test
        void shouldStripWhatConnectionNames() {
            String answer = RawHttp.exchange(
                    port(),
                    "GET /v1/rooms HTTP/1.1\nHost: gateway\nConnection: close, X-Hop\nX-Hop: 1\nX-Stay: 1\nAuthorization:"
                            + " Bearer " + token + "\n\n");

            assertThat(answer).startsWith("HTTP/1.1 200").contains("x-stay").doesNotContain("x-hop");
        }

        @Test
        void shouldStripHopByHopHeadersOfAnswers() {
            signedIn()
                    .get("/v1/rooms")
                    .then()
                    .header("X-Private", nullValue())
                    .header("X-Request-Id", not(equalTo("from-the-service")));
        }

        @Test
        void shouldKeepAWellFormedRequestIdAndReplaceOthers() {
            signedIn()
                    .header("X-Request-Id", "client-17")
                    .get("/v1/rooms")
                    .then()
                    .header("X-Request-Id", "client-17")
                    .body("headers.'x-request-id'", equalTo(List.of("client-17")));
            signedIn()
                    .header("X-Request-Id", "<script>")
                    .get("/v1/rooms")
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
        }

        @Test
        void shouldPassTheTraceOnOrStartOne() {
            String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

            signedIn().header("traceparent", trace).get("/v1/rooms").then().body("headers.traceparent", hasItem(trace));
            signedIn()
                    .header("traceparent", "nonsense")
                    .get("/v1/rooms")
                    .then()
                    .body("headers.traceparent[0]", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
            given().header("traceparent", trace)
                    .get("/v1/rooms")
                    .then()
                    .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        }
    }

    @Nested
    class Limits {

        @Test
        void shouldTellWhatIsLeft() {
            signedIn()
                    .get("/v1/rooms")
                    .then()
                    .header("RateLimit-Policy", "\"default\";q=" + Surroundings.USER_QUOTA + ";w=60")
                    .header("RateLimit", matchesPattern("\"default\";r=29\\d;t=(60|59|58|57)"));
        }

        @Test
        void shouldRefuseWhoSendsTooMuchAndNobodyElse() {
            ValidatableResponse last = null;
            for (int i = 0; i <= Surroundings.USER_QUOTA; i++) {
                last = signedIn().get("/v1/rooms").then();
            }

            problem(last, GatewayProblem.QUOTA_EXCEEDED)
                    .header("Retry-After", matchesPattern("[1-9]\\d?"))
                    .header("RateLimit", startsWith("\"default\";r=0;t="));
            given().header("Authorization", "Bearer " + Surroundings.issuer().token(TokenSpec.of("another")))
                    .get("/v1/rooms")
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldRefuseABodyThatSaysItIsTooLong() {
            problem(signedIn().body(new byte[MIB + 1]).post("/v1/rooms").then(), CommonProblem.PAYLOAD_TOO_LARGE);
            signedIn().body(new byte[MIB]).post("/v1/rooms").then().body("length", equalTo(MIB));
        }

        @Test
        void shouldLetAnImportBeLonger() {
            signedIn()
                    .body(new byte[16 * MIB])
                    .post("/v1/rooms/import")
                    .then()
                    .statusCode(200)
                    .body("length", equalTo(16 * MIB));
            problem(
                    signedIn()
                            .body(new byte[16 * MIB + 1])
                            .post("/v1/rooms/import")
                            .then(),
                    CommonProblem.PAYLOAD_TOO_LARGE);
        }

        @Test
        void shouldRefuseABodyThatTurnsOutTooLong() {
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw("POST /v1/rooms HTTP/1.1", "Transfer-Encoding: chunked"));
                String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
                IntStream.range(0, 20).forEach(i -> http.sendExactly(chunk));
                http.sendExactly("0\r\n\r\n");

                assertThat(http.readAll()).startsWith("HTTP/1.1 413").contains("/problems/payload-too-large");
            }
        }

        @Test
        void shouldRefuseAStrangersBodyForItsTokenFirst() {
            problem(given().body(new byte[2 * MIB]).post("/v1/rooms").then(), CommonProblem.UNAUTHENTICATED);
        }
    }

    @Nested
    class Streams {

        @Test
        void shouldPassAnAnswerOnWhileItIsMade() {
            AtomicReference<HttpServerRequest> held = new AtomicReference<>();
            CountDownLatch arrived = new CountDownLatch(1);
            Surroundings.service("audit").answer(request -> {
                request.response().setChunked(true).write("first");
                held.set(request);
                arrived.countDown();
            });
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw("GET /v1/audit/export HTTP/1.1"));

                assertThat(http.readUntil("first")).contains("first").doesNotContain("second");

                held.get().response().end("second");
                assertThat(http.readAll()).contains("second");
            }
        }

        @Test
        void shouldPassABodyOnWhileItIsSent() throws InterruptedException {
            CountDownLatch arrived = new CountDownLatch(1);
            Surroundings.service("rooms").answer(request -> {
                request.handler(data -> arrived.countDown());
                request.endHandler(end -> request.response().end("done"));
            });
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw("POST /v1/rooms/import HTTP/1.1", "Transfer-Encoding: chunked"));
                http.sendExactly("5\r\nfirst\r\n");

                assertThat(arrived.await(5, java.util.concurrent.TimeUnit.SECONDS))
                        .isTrue();

                http.sendExactly("6\r\nsecond\r\n0\r\n\r\n");
                assertThat(http.readAll()).contains("done");
            }
        }

        @Test
        void shouldLetAnAnswerTakeLongerThanItsIdleTime() {
            Surroundings.service("audit").answer(request -> {
                request.response().setChunked(true);
                trickle(request, 6);
            });

            signedIn().get("/v1/audit/export").then().statusCode(200).body(equalTo("x".repeat(6)));
        }

        private void trickle(HttpServerRequest request, int left) {
            if (left == 0) {
                request.response().end();
                return;
            }
            request.response().write("x");
            io.vertx.core.Vertx.currentContext().owner().setTimer(400, timer -> trickle(request, left - 1));
        }

        @Test
        void shouldNotHoldALongAnswerInMemory() {
            long bytes = 256L * MIB;
            Surroundings.service("audit").answer(request -> pump(request, bytes));

            byte[] answer = signedIn().get("/v1/audit/export").then().extract().asByteArray();

            assertThat(answer).hasSize((int) bytes);
        }

        private void pump(HttpServerRequest request, long bytes) {
            Buffer block = Buffer.buffer(new byte[MIB]);
            request.response().putHeader("Content-Length", Long.toString(bytes));
            long[] left = {bytes};
            Runnable write = new Runnable() {
                @Override
                public void run() {
                    while (left[0] > 0 && !request.response().writeQueueFull()) {
                        request.response().write(block);
                        left[0] -= MIB;
                    }
                    if (left[0] == 0) {
                        request.response().end();
                    } else {
                        request.response().drainHandler(drained -> run());
                    }
                }
            };
            write.run();
        }
    }

    @Nested
    class ServicesInTrouble {

        @Test
        void shouldSayThatAServiceIsAway() {
            FakeService invitation = Surroundings.service("invitation");
            invitation.close();
            try {
                problem(signedIn().get("/v1/invitations").then(), CommonProblem.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "2");
                problem(signedIn().body("x").post("/v1/invitations").then(), CommonProblem.SERVICE_UNAVAILABLE);
            } finally {
                invitation.start();
            }
            signedIn().get("/v1/invitations").then().statusCode(200);
        }

        @Test
        void shouldSayThatAServiceBrokeOff() {
            Surroundings.service("rbac").answer(request -> request.connection().close());

            problem(signedIn().get("/v1/roles").then(), GatewayProblem.BAD_GATEWAY);
        }

        @Test
        void shouldSayThatAServiceIsSlow() {
            Surroundings.service("rbac").answer(request -> {});

            problem(signedIn().get("/v1/roles").then(), GatewayProblem.GATEWAY_TIMEOUT);
        }

        @Test
        void shouldNotPretendThatABrokenAnswerIsWhole() {
            Surroundings.service("rbac").answer(request -> {
                request.response()
                        .setChunked(true)
                        .write("half")
                        .onComplete(written -> request.connection().close());
            });

            String answer = RawHttp.exchange(port(), raw("GET /v1/roles HTTP/1.1"));

            assertThat(answer).contains("half").doesNotEndWith("0\r\n\r\n");
        }

        @Test
        void shouldHandOnAServicesOwnRefusal() {
            Surroundings.service("rbac")
                    .answer(request -> request.response()
                            .setStatusCode(503)
                            .putHeader("Retry-After", "7")
                            .putHeader("Content-Type", "application/problem+json")
                            .end("{\"type\":\"/problems/consistency-timeout\"}"));

            signedIn()
                    .get("/v1/roles")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "7")
                    .body("type", equalTo("/problems/consistency-timeout"));
        }
    }

    @Nested
    class Tricks {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/rooms/../../q/metrics",
                    "/v1/rooms/..%2f..%2fq/metrics",
                    "/v1/rooms/%2e%2e/%2e%2e/q/metrics",
                    "/v1/rooms/%252e%252e/x",
                    "/v1//rooms",
                    "//v1/rooms",
                    "/v1/rooms/./x",
                    "/v1/rooms/%00",
                    "/v1/rooms/%zz",
                    "/v1/rooms/a%2Fb",
                    "/v1/rooms/a%5cb",
                    "/v1/rooms\\..\\..\\q",
                    "/v1/rooms;a=b",
                    "/v1/..",
                    "//",
                    "/v1/rooms/%",
                    "/v1/rooms/%4",
                    "/v1/rooms/%-1",
                    "/v1/rooms#fragment",
                    "/v1/rooms/{id}",
                    "/v1/rooms/\u0001",
                    "/v1/rooms/\u007f",
                    "/v1/rooms/\u00e9",
                    "/v1/rooms?q=%zz",
                    "/v1/rooms?q=%",
                    "/v1/rooms?q=\u0001",
                    "/v1/rooms?q=a#b",
                    "/v1/rooms?q=<b>",
                    "http://elsewhere/v1/rooms",
                    "http://gateway/v1/rooms"
                })
        void shouldRefuseTargetsThatCouldBeReadTwoWays(String target) {
            String answer = RawHttp.exchange(port(), raw("GET " + target + " HTTP/1.1"));

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("/problems/invalid-request")
                    .doesNotContain("secret", "\"service\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "v1/rooms"})
        void shouldKnowNothingThatIsNoPath(String target) {
            assertThat(RawHttp.exchange(port(), raw("GET " + target + " HTTP/1.1")))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("/problems/not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"q=%00", "q=%E9&a=b;c", "q[]=a,b", "q=a+b&q=%2F..%2F"})
        void shouldHandOnAQueryAsItIs(String query) {
            assertThat(RawHttp.exchange(port(), raw("GET /v1/rooms?" + query + " HTTP/1.1")))
                    .startsWith("HTTP/1.1 200 ")
                    .contains(query);
        }

        @ParameterizedTest
        @CsvSource({
            "Content-Length: 4, Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked, Content-Length: 4",
            "Transfer-Encoding: chunked, content-length: 0"
        })
        void shouldRefuseABodyOfTwoLengthsAndLeaveTheConnection(String one, String other) {
            String answer = RawHttp.exchange(
                    port(),
                    "POST /v1/rooms HTTP/1.1\nHost: gateway\nAuthorization: Bearer %s\n%s\n%s\n\n"
                                    .formatted(token, one, other)
                            + "0\n\nGET /v1/rooms/smuggled HTTP/1.1\nHost: gateway\n\n");

            assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("smuggled", "\"service\"");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "chunked, gzip", "gzip, chunked", "xchunked", "identity"})
        void shouldRefuseTransferEncodingsItDoesNotKnow(String encoding) {
            String answer = RawHttp.exchange(
                    port(), raw("POST /v1/rooms HTTP/1.1", "Transfer-Encoding: " + encoding) + "0\n\n");

            assertThat(answer).startsWith("HTTP/1.1 400");
        }

        @Test
        void shouldRefuseTwoContentLengths() {
            String answer = RawHttp.exchange(
                    port(), raw("POST /v1/rooms HTTP/1.1", "Content-Length: 4", "Content-Length: 5") + "abcde");

            assertThat(answer).startsWith("HTTP/1.1 400");
        }

        @Test
        void shouldRefuseTwoHosts() {
            assertThat(RawHttp.exchange(port(), raw("GET /v1/rooms HTTP/1.1", "Host: other")))
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/invalid-request", "Host");
        }

        @Test
        void shouldRefuseARequestWithoutHost() {
            assertThat(RawHttp.exchange(port(), "GET /v1/rooms HTTP/1.1\nConnection: close\n\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/invalid-request", "Host");
        }

        @ParameterizedTest
        @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO"})
        void shouldRefuseOtherMethods(String method) {
            String answer = RawHttp.exchange(port(), raw(method + " /v1/rooms HTTP/1.1"));

            assertThat(answer).startsWith("HTTP/1.1 405").containsIgnoringCase("allow: GET, HEAD, POST");
        }

        @Test
        void shouldRefuseToSpeakAnotherProtocol() {
            String answer = RawHttp.exchange(
                    port(),
                    "GET /v1/rooms HTTP/1.1\nHost: gateway\nConnection: Upgrade, close\nUpgrade: websocket\n"
                            + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nAuthorization: Bearer "
                            + token + "\n\n");

            assertThat(answer).startsWith("HTTP/1.1 400");
        }
    }

    @Nested
    class Pages {

        static List<ProblemType> problems() {
            return ProblemCatalogue.all();
        }

        @Test
        void shouldListAllProblems() {
            given().accept("text/html").get("/problems").then().statusCode(200).body(containsString("room-unenrolled"));
            given().accept("application/json")
                    .get("/problems/")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(ProblemCatalogue.all().size()));
        }

        @ParameterizedTest
        @MethodSource("problems")
        void shouldExplainEachProblem(ProblemType type) {
            given().accept("text/html")
                    .get(type.uri())
                    .then()
                    .statusCode(200)
                    .contentType("text/html; charset=utf-8")
                    .body(containsString(type.slug()));
            given().accept("application/json")
                    .get(type.uri())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(type.status()));
        }

        @Test
        void shouldExplainNoOther() {
            problem(given().get("/problems/none").then(), CommonProblem.NOT_FOUND);
            problem(given().post("/problems/forbidden").then(), CommonProblem.METHOD_NOT_ALLOWED)
                    .header("Allow", "GET, HEAD");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/docs",
                    "/docs/",
                    "/docs/reference.js",
                    "/docs/pages.css",
                    "/docs/reference.css",
                    "/docs/scalar.js",
                    "/docs/icon.svg",
                    "/docs/guide",
                    "/docs/oauth2-redirect.html",
                    "/docs/settings.json"
                })
        void shouldServeTheReferenceItself(String path) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("script-src 'self';"))
                    .header(
                            "Content-Security-Policy",
                            containsString(Surroundings.issuer().issuer().replace("/aurora", "")));
        }
    }

    @Nested
    class Document {

        @BeforeEach
        void describe() {
            Surroundings.service("rooms").describe(document("/v1/rooms", "Name", "string"));
            Surroundings.service("rbac").describe(document("/v1/roles", "Name", "integer"));
        }

        private JsonObject document(String path, String schema, String type) {
            return new JsonObject("""
                    {"openapi": "3.1.0",
                     "paths": {"%s": {"get": {"operationId": "list%s", "security": [{"SecurityScheme": []}],
                        "responses": {"200": {"description": "OK", "content": {"application/json":
                            {"schema": {"$ref": "#/components/schemas/%s"}}}}}}},
                        "/q/secret": {"get": {}}},
                     "components": {"schemas": {"%s": {"type": "%s"}, "Shared": {"type": "object"}},
                        "securitySchemes": {"SecurityScheme": {"type": "http"}}}}
                    """.formatted(path, path.substring(4), schema, schema, type));
        }

        @Test
        void shouldMergeWhatTheServicesSay() {
            await().atMost(Duration.ofSeconds(40))
                    .until(() ->
                            given().get("/openapi").jsonPath().getMap("paths").containsKey("/v1/rooms"));

            given().get("/openapi.json")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("openapi", equalTo("3.1.0"))
                    .body("info.title", equalTo("Keyholder"))
                    .body("paths", hasKey("/v1/rooms"))
                    .body("paths", hasKey("/v1/roles"))
                    .body("paths", not(hasKey("/q/secret")))
                    .body("paths.'/v1/rooms'.get.operationId", equalTo("listrooms"))
                    .body("components.schemas", hasKey("Shared"))
                    .body("components.schemas.Name.type", equalTo("integer"))
                    .body("components.schemas.NameRooms.type", equalTo("string"))
                    .body(
                            "paths.'/v1/rooms'.get.responses.'200'.content.'application/json'.schema.$ref",
                            equalTo("#/components/schemas/NameRooms"))
                    .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                    .body("components.securitySchemes.sign-in-aurora.type", equalTo("openIdConnect"))
                    .body("components.securitySchemes", hasKey("sign-in-one.example-a-v2.0"))
                    .body("components.securitySchemes", hasKey("sign-in-two.example-b-v2.0"))
                    .body("servers.url", contains("/"));
            given().get("/openapi.yaml")
                    .then()
                    .statusCode(200)
                    .contentType("application/yaml")
                    .body(startsWith("openapi: 3.1.0"));
            given().accept("application/yaml")
                    .get("/openapi")
                    .then()
                    .contentType("application/yaml")
                    .header("Vary", containsString("accept"));
        }
    }
}
