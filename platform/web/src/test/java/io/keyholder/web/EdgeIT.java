package io.keyholder.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.keyholder.contracts.Ids;
import io.keyholder.testing.http.RawHttp;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service that is called directly does with requests that the gateway would have kept from it, or passes on. */
@QuarkusTest
class EdgeIT extends SampleTest {

    private static final int MIB = 1024 * 1024;

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private String token() {
        return issuer.token(TokenSpec.of("ada").tenant(aurora.toString()).roles("global-admin"));
    }

    private String raw(String startLine, String headers) {
        return startLine + "\nHost: service\nAuthorization: Bearer " + token() + "\n" + headers + "\n";
    }

    private Response post(Object body) {
        var request = admin(aurora).contentType("application/json");
        return (body instanceof byte[] bytes ? request.body(bytes) : request.body((String) body)).post("/v1/notes");
    }

    private static ValidatableResponse invalid(Response answer, String field) {
        return answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @Nested
    class Everywhere {

        @ParameterizedTest
        @CsvSource({
            "GET, /, 404",
            "GET, /foo, 404",
            "POST, /foo, 404",
            "GET, /q/none, 404",
            "GET, /q, 404",
            "GET, /v1x, 404",
            "GET, /index.html, 404",
            "GET, /%zz, 400",
            "GET, /v1/notes/%zz, 400",
            "GET, /foo/%, 400",
            "GET, /{x}, 400",
            "GET, /a b, 400",
            "FOO, /foo, 404",
            "FOO, /v1/notes, 405"
        })
        void shouldAnswerWithAProblem(String method, String path, int status) {
            String answer = RawHttp.exchange(port(), raw(method + " " + path + " HTTP/1.1", "Connection: close\n"));

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"type\":\"/problems/")
                    .doesNotContainIgnoringCase("<html");
        }

        @ParameterizedTest
        @CsvSource({
            "nonsense, A: b, 400",
            "GET /v1/notes HTTP/1.1, Transfer-Encoding: gzip, 400",
            "GET /v1/notes HTTP/1.1, 'Transfer-Encoding: gzip, chunked', 400",
            "POST /v1/notes HTTP/1.1, Content-Length: 99999999, 413"
        })
        void shouldAnswerWhatCannotBeServedAndClose(String line, String header, int status) {
            String answer = RawHttp.exchange(port(), raw(line, header + "\n") + raw("GET /v1/notes HTTP/1.1", ""));

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .containsIgnoringCase("connection: close");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        }

        @Test
        void shouldTakeAllThatTheGatewayPasses() {
            admin(aurora)
                    .header("X-Long", "a".repeat(32_000))
                    .get("/v1/notes")
                    .then()
                    .statusCode(200);
            admin(aurora).get("/v1/notes?q=" + "a".repeat(8_100)).then().statusCode(200);
        }

        @Test
        void shouldTellTheMethodsOfAnAddress() {
            Response answer = admin(aurora).options("/v1/notes/" + Ids.next());

            assertThat(answer.statusCode()).isIn(200, 204);
            assertThat(answer.header("Allow")).contains("GET", "HEAD", "PATCH", "DELETE", "OPTIONS");
            assertThat(answer.asByteArray()).isEmpty();
        }

        @Test
        void shouldSayNothingOfFramingWithoutABody() {
            String location = create(name()).then().statusCode(201).extract().header("Location");

            assertBodiless("GET " + location, "If-None-Match: *\n", 304);
            assertBodiless("DELETE " + location, "If-Match: *\n", 204);
        }

        private void assertBodiless(String line, String header, int status) {
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw(line + " HTTP/1.1", header));
                String answer = http.readUntil("\r\n\r\n");
                http.send(raw("GET /v1/notes HTTP/1.1", "Connection: close\n"));
                String both = http.readAll();

                assertThat(answer)
                        .startsWith("HTTP/1.1 " + status + " ")
                        .doesNotContainIgnoringCase("transfer-encoding", "content-length")
                        .endsWith("\r\n\r\n");
                assertThat(both.substring(answer.length())).startsWith("HTTP/1.1 200 ");
            }
        }

        @Test
        void shouldAnswerHeadAsGetWithoutABody() {
            try (RawHttp http = new RawHttp(port())) {
                http.send(raw("HEAD /v1/notes HTTP/1.1", ""));
                String answer = http.readUntil("\r\n\r\n");
                http.send(raw("GET /v1/notes HTTP/1.1", "Connection: close\n"));

                assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
                assertThat(http.readAll().substring(answer.length())).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Nested
    class Bodies {

        @Test
        void shouldHoldAMebibyteAtMost() {
            post("{\"name\":\"" + "x".repeat(MIB) + "\"}")
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("/problems/payload-too-large"));
            invalid(post("{\"name\":\"" + "x".repeat(MIB - 11) + "\"}"), "name");
        }

        @Test
        void shouldBeCountedWhereTheySayNoLength() {
            try (RawHttp http = new RawHttp(port())) {
                http.send(
                        raw("POST /v1/notes HTTP/1.1", "Content-Type: application/json\nTransfer-Encoding: chunked\n"));
                for (int i = 0; i < 20; i++) {
                    http.sendExactly("10000\r\n" + " ".repeat(0x10000) + "\r\n");
                }
                http.sendExactly("0\r\n\r\n");

                assertThat(http.readUntil("/problems/")).startsWith("HTTP/1.1 413 ");
            }
        }

        @Test
        void shouldNotBeMadeOfTooManyValues() {
            invalid(post("{\"tags\":[" + "\"a\",".repeat(200_000) + "\"a\"]}"), "body")
                    .body("violations[0].message", containsString("holds more"));
            invalid(post("[".repeat(101)), "body");
        }

        @Test
        void shouldBeUtf8() {
            String body = "{\"name\":\"B\u00fccher\"}";

            invalid(post(body.getBytes(ISO_8859_1)), "body").body("violations[0].message", containsString("byte 11"));
            invalid(post(body.getBytes(UTF_16)), "body").body("violations[0].message", containsString("UTF-16"));
            invalid(post(body.getBytes(UTF_16LE)), "body").body("violations[0].message", containsString("UTF-16"));
            invalid(post(("\uFEFF" + body).getBytes(UTF_8)), "body")
                    .body("violations[0].message", containsString("byte order mark"));
            invalid(post(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'}), "body");
        }

        @ParameterizedTest
        @ValueSource(strings = {"utf-16", "iso-8859-1", "windows-1252", "nonsense"})
        void shouldNotBeSaidToBeInAnotherCharset(String charset) {
            admin(aurora)
                    .contentType("application/json; charset=" + charset)
                    .body("{}".getBytes(UTF_8))
                    .post("/v1/notes")
                    .then()
                    .statusCode(415)
                    .body("detail", containsString("UTF-8"));
        }

        /** Libraries that do not know the type say ISO-8859-1 of it, and send what others take for UTF-8. */
        @Test
        void shouldBeTakenAtTheirBytesWhereTheTypeIsAPatch() {
            String location = create(name()).then().statusCode(201).extract().header("Location");

            for (String charset : List.of("iso-8859-1", "utf-8")) {
                admin(aurora)
                        .contentType("application/merge-patch+json; charset=" + charset)
                        .header("If-Match", "*")
                        .body("{\"seats\":1}".getBytes(UTF_8))
                        .patch(location)
                        .then()
                        .statusCode(200);
            }
        }

        @Test
        void shouldBeTakenInTheirOwnCharset() {
            admin(aurora)
                    .contentType("application/json; charset=UTF-8")
                    .body(("{\"name\":\"" + name() + "\"}").getBytes(UTF_8))
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "deflate", "identity, gzip"})
        void shouldNotBeCompressed(String coding) throws IOException {
            admin(aurora)
                    .contentType(ContentType.JSON)
                    .header("Content-Encoding", coding)
                    .body(zipped("{\"name\":\"" + name() + "\"}"))
                    .post("/v1/notes")
                    .then()
                    .statusCode(415)
                    .header("Accept-Encoding", "identity")
                    .body("type", equalTo("/problems/unsupported-media-type"));
        }

        private static byte[] zipped(String text) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(text.getBytes(UTF_8));
            }
            return out.toByteArray();
        }
    }

    @Nested
    class Parameters {

        @ParameterizedTest
        @ValueSource(strings = {"q", "limit", "cursor", "sort", "includeTotal", "fields"})
        void shouldBeGivenOnceWhereTheyTakeOneValue(String name) {
            invalid(admin(aurora).get("/v1/notes?" + name + "=1&" + name + "=1"), name);
        }

        @Test
        void shouldBeGivenOftenWhereTheyTakeMany() {
            admin(aurora).get("/v1/notes?kind=LARGE&kind=SMALL").then().statusCode(200);
        }
    }

    @Nested
    class Keys {
        private final String key = Ids.next().toString();

        private Response send(String path, String body) {
            return admin(aurora)
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(path);
        }

        @Test
        void shouldKnowARequestAgainHoweverItIsWritten() {
            String name = name();
            String first = send("/v1/notes", "{\"name\":\"" + name + "\",\"seats\":7}")
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString();

            Response again = send("/v1/notes", "{ \"seats\" : 7 ,\n \"name\" : \"" + name + "\" }");

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asString()).isEqualTo(first);
            send("/v1/notes", "{\"name\":\"" + name + "\",\"seats\":8}")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/idempotency-key-reused"));
        }

        @Test
        void shouldTellRequestsApartByTheirParameters() {
            send("/v1/notes", "{\"name\":\"" + name() + "\"}").then().statusCode(201);

            send("/v1/notes?force=true", "{\"name\":\"" + name() + "\"}").then().statusCode(422);
        }

        @Test
        void shouldBeGivenOnce() {
            invalid(
                    admin(aurora)
                            .contentType("application/json")
                            .header("Idempotency-Key", "a", "b")
                            .body("{\"name\":\"" + name() + "\"}")
                            .post("/v1/notes"),
                    "Idempotency-Key");
        }
    }
}
