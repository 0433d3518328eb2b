package io.keyholder.e2e.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Holds every answer that any test gets against section 1 of the contract. */
final class AnswerConventions implements Filter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** What a stack trace, a class name or SQL would show. */
    private static final String[] INSIDES = {
        "Exception", "io.keyholder", "java.", "jakarta.", "org.", "select ", "insert into", "constraint"
    };

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        Response answer = context.next(request, specification);
        String path = URI.create(request.getURI()).getRawPath();
        String asked = request.getMethod() + " " + path + " -> " + answer.statusCode() + " "
                + answer.body().asString();
        everyAnswer(asked, answer);
        if (answer.statusCode() >= 400) {
            problem(asked, path, answer);
        } else if (path.startsWith("/v1/")) {
            success(asked, request.getMethod(), path, answer);
        }
        return answer;
    }

    private static void everyAnswer(String asked, Response answer) {
        assertThat(answer.header("X-Request-Id")).as("X-Request-Id of " + asked).isNotBlank();
        assertThat(answer.header("RateLimit-Policy"))
                .as("RateLimit-Policy of " + asked)
                .matches("\"default\";q=\\d+;w=\\d+");
        assertThat(answer.header("RateLimit")).as("RateLimit of " + asked).matches("\"default\";r=\\d+;t=\\d+");
    }

    private static void problem(String asked, String path, Response answer) {
        assertThat(answer.contentType()).as(asked).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).as("type of " + asked).matches("/problems/[a-z]+(-[a-z]+)*");
        assertThat(answer.<String>path("title")).as("title of " + asked).isNotBlank();
        assertThat(answer.<Integer>path("status")).as("status of " + asked).isEqualTo(answer.statusCode());
        assertThat(answer.<String>path("detail")).as("detail of " + asked).isNotBlank();
        // Of what was too long to be read there is no path.
        assertThat(answer.<String>path("instance"))
                .as("instance of " + asked)
                .isIn(path, answer.statusCode() == 414 || answer.statusCode() == 431 ? "/" : path);
        assertThat(answer.<String>path("traceId")).as("traceId of " + asked).matches("[0-9a-f]{32}");
        assertThat(answer.body().asString().replace(path, "")).as(asked).doesNotContainIgnoringCase(INSIDES);
        switch (answer.statusCode()) {
            case 400 -> violations(asked, answer);
            case 401 -> assertThat(answer.header("WWW-Authenticate")).as(asked).startsWith("Bearer");
            case 405 ->
                assertThat(answer.header("Allow")).as("Allow of " + asked).isNotBlank();
            case 429, 503 ->
                assertThat(answer.header("Retry-After"))
                        .as("Retry-After of " + asked)
                        .matches("\\d+");
            default -> assertThat(answer.statusCode()).as(asked).isNotEqualTo(500);
        }
    }

    private static void violations(String asked, Response answer) {
        assertThat(answer.<List<String>>path("violations.field"))
                .as("violations of " + asked)
                .isNotEmpty();
        assertThat(answer.<List<String>>path("violations.message"))
                .as(asked)
                .allSatisfy(message -> assertThat(message).isNotBlank());
    }

    private static void success(String asked, String method, String path, Response answer) {
        boolean change = CHANGING.contains(method) && !path.startsWith("/v1/access/");
        if (change) {
            String token = answer.header(Conversation.HEADER);
            assertThat(token).as("consistency token of " + asked).isNotBlank();
            assertThat(token.length()).as("consistency token of " + asked).isLessThan(4096);
        }
        switch (answer.statusCode()) {
            case 201, 202 -> {
                // An import makes many, and is at no place itself.
                if (!path.endsWith("/import")) {
                    assertThat(answer.header("Location"))
                            .as("Location of " + asked)
                            .startsWith("/v1/");
                }
            }
            case 204 -> assertThat(answer.body().asString()).as(asked).isEmpty();
            default -> assertThat(answer.statusCode()).as(asked).isIn(200, 304);
        }
        if (method.equals("GET") && path.matches("/v1/[a-z-]+/" + UUID)) {
            assertThat(answer.header("ETag")).as("ETag of " + asked).matches("(W/)?\"[^\"]+\"");
        }
        if (!method.equals("HEAD") && ContentType.JSON.matches(answer.contentType())) {
            json(asked, answer);
        }
    }

    private static void json(String asked, Response answer) {
        Object body = answer.path("$");
        new Names(asked).check(body);
        boolean hasNext = answer.header("Link") != null && answer.header("Link").contains("rel=\"next\"");
        assertThat(answer.<Object>path("nextCursor") != null)
                .as("nextCursor and Link of " + asked)
                .isEqualTo(hasNext);
    }
}
