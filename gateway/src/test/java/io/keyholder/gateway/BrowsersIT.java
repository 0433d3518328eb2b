package io.keyholder.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.testing.http.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What front ends in browsers need of an answer, and what caches on the way must know. */
@QuarkusTest
class BrowsersIT extends GatewayTest {

    @Nested
    class OfAnotherOrigin {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://app.example",
                    "https://one.apps.example",
                    "http://localhost:3000",
                    "http://localhost:1"
                })
        void shouldBeLetInWithoutATokenAtFirst(String origin) {
            given().header("Origin", origin)
                    .header("Access-Control-Request-Method", "PATCH")
                    .header("Access-Control-Request-Headers", "authorization,if-match,content-type")
                    .options("/v1/rooms/1")
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Allow-Methods", containsString("PATCH"))
                    .header("Access-Control-Allow-Headers", containsString("If-Match"))
                    .header("Access-Control-Allow-Headers", containsString("Keyholder-Consistency"))
                    .header("Access-Control-Max-Age", "600")
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("X-Request-Id", notNullValue())
                    .header("Vary", containsStringIgnoringCase("origin"));
        }

        @Test
        void shouldReadAnswersAndTheirHeaders() {
            Response answer = signedIn().header("Origin", "https://app.example").get("/v1/rooms");

            readable(answer, 200);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After")
                    .contains("X-Request-Id", "Keyholder-Consistency", "WWW-Authenticate", "Content-Disposition");
        }

        @Test
        void shouldReadRefusals() {
            Surroundings.service("rbac").answer(request -> request.connection().close());

            readable(given().header("Origin", "https://app.example").get("/v1/rooms"), 401);
            readable(signedIn().header("Origin", "https://app.example").get("/v1/nothing"), 404);
            readable(signedIn().header("Origin", "https://app.example").get("/v1/rooms/%00"), 400);
            readable(signedIn().header("Origin", "https://app.example").get("/v1/roles"), 502);
        }

        private static void readable(Response answer, int status) {
            answer.then()
                    .statusCode(status)
                    .header("Access-Control-Allow-Origin", "https://app.example")
                    .header("Access-Control-Expose-Headers", containsString("X-Request-Id"))
                    .header("Vary", containsStringIgnoringCase("origin"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://elsewhere.example",
                    "https://app.example.elsewhere.example",
                    "https://a.b.apps.example",
                    "https://apps.example",
                    "http://app.example",
                    "http://localhost",
                    "http://localhost:3000.elsewhere.example",
                    "null"
                })
        void shouldBeToldNothingWhenItIsNotKnown(String origin) {
            Headers answer =
                    signedIn().header("Origin", origin).get("/v1/rooms").headers();
            Response preflight = given().header("Origin", origin)
                    .header("Access-Control-Request-Method", "GET")
                    .options("/v1/rooms");

            assertThat(answer.hasHeaderWithName("Access-Control-Allow-Origin")).isFalse();
            assertThat(answer.getValue("Vary")).containsIgnoringCase("origin");
            assertThat(preflight.statusCode()).isEqualTo(401);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @Nested
    class Caches {

        @ParameterizedTest
        @CsvSource({"200", "304", "404", "409"})
        void shouldKeepNothingOfTheApi(int status) {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .setStatusCode(status)
                            .putHeader("ETag", "\"1\"")
                            .putHeader("Cache-Control", "public, max-age=60")
                            .end());

            signedIn()
                    .get("/v1/rooms/1")
                    .then()
                    .statusCode(status)
                    .header("ETag", "\"1\"")
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
            given().get("/v1/rooms")
                    .then()
                    .statusCode(401)
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/openapi", "/openapi.json", "/openapi.yaml", "/docs", "/docs/scalar.js"})
        void shouldAskAgainForPagesWithoutReadingThemAgain(String path) {
            Response plain = accepting("identity").get(path);
            Response compressed = accepting("gzip").get(path);
            String tag = compressed.header("ETag");

            assertThat(plain.header("Content-Encoding")).isNull();
            assertThat(plain.header("ETag").equals(tag)).isEqualTo(compressed.header("Content-Encoding") == null);
            assertThat(compressed.header("Vary")).containsIgnoringCase("accept-encoding");
            Response again =
                    accepting("gzip").header("If-None-Match", "\"x\", " + tag).get(path);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isNotNull();
            assertThat(again.asByteArray()).isEmpty();
        }

        @Test
        void shouldServeTheReferenceCompressed() throws IOException {
            byte[] plain = accepting("identity").get("/docs/scalar.js").asByteArray();
            Response compressed = accepting("gzip").get("/docs/scalar.js");

            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(unzipped(compressed.asByteArray())).isEqualTo(plain);
            assertThat(compressed.asByteArray().length).isLessThan(plain.length / 2);
        }
    }

    @Nested
    class Compression {
        private static final String LONG = "{\"a\":\"" + "room ".repeat(1_000) + "\"}";

        private void answer(String body) {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .putHeader("Content-Type", "application/json;charset=UTF-8")
                            .putHeader("ETag", "\"7\"")
                            .end(body));
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "*", "deflate, GZIP"})
        void shouldShortenLongAnswers(String accepted) throws IOException {
            answer(LONG);

            Response answer = withToken(accepting(accepted)).get("/v1/rooms/1");

            answer.then()
                    .statusCode(200)
                    .header("Content-Encoding", "gzip")
                    .header("ETag", "W/\"7\"")
                    .header("Vary", containsStringIgnoringCase("accept-encoding"))
                    .header("Content-Length", nullValue());
            assertThat(new String(unzipped(answer.asByteArray()), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(LONG);
            assertThat(answer.asByteArray().length).isLessThan(500);
        }

        @ParameterizedTest
        @ValueSource(strings = {"identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0.0, *"})
        void shouldLeaveThemAsTheyAreForWhoDoesNotAsk(String accepted) {
            answer(LONG);

            withToken(accepting(accepted))
                    .get("/v1/rooms/1")
                    .then()
                    .header("Content-Encoding", nullValue())
                    .header("ETag", "\"7\"")
                    .header("Vary", containsStringIgnoringCase("accept-encoding"))
                    .header("Content-Length", Integer.toString(LONG.length()))
                    .body(equalTo(LONG));
        }

        @Test
        void shouldLeaveShortAnswers() {
            answer("{}");

            withToken(accepting("gzip")).get("/v1/rooms/1").then().header("Content-Encoding", nullValue());
        }

        @Test
        void shouldKeepTheValidatorThatTheClientHas() {
            Surroundings.service("rooms")
                    .answer(request -> request.response()
                            .setStatusCode(304)
                            .putHeader("ETag", "\"7\"")
                            .end());

            withToken(accepting("gzip"))
                    .header("If-None-Match", "W/\"7\"")
                    .get("/v1/rooms/1")
                    .then()
                    .statusCode(304)
                    .header("ETag", startsWith("W/"));
        }

        @Test
        void shouldLetChangesNameWhatItMadeWeak() {
            signedIn()
                    .header("If-Match", "W/\"7\"")
                    .delete("/v1/rooms/1")
                    .then()
                    .body("headers.'if-match'", equalTo(List.of("\"7\"")));
        }

        @Test
        void shouldKeepStreaming() throws Exception {
            CountDownLatch read = new CountDownLatch(1);
            Surroundings.service("audit").answer(request -> {
                request.response()
                        .putHeader("Content-Type", "text/csv")
                        .setChunked(true)
                        .write("first part,".repeat(100));
                request.response().closeHandler(closed -> read.countDown());
            });
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw("GET /v1/audit/export HTTP/1.1", "Accept-Encoding: gzip"));

                String received = http.readUntil("\u001f\u008b");

                assertThat(received)
                        .containsIgnoringCase("content-encoding: gzip")
                        .contains("\u001f\u008b");
            }
            assertThat(read.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    private RequestSpecification withToken(RequestSpecification request) {
        return request.header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification accepting(String codings) {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", codings);
    }

    private static byte[] unzipped(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    }
}
