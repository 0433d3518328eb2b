package io.keyholder.e2e.actors;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Somebody with an access token. Paths are relative to {@code /v1} and sent as they are.
 *
 * @param id the token's {@code sub}
 * @param attentive whether they send the consistency token of the conversation's last change
 */
public record Actor(
        String name,
        String id,
        Supplier<String> token,
        Deployment deployment,
        Conversation conversation,
        boolean attentive) {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    /** The same person, who has not heard of any change. */
    public Actor unaware() {
        return new Actor(name, id, token, deployment, conversation, false);
    }

    public Answer get(String path) {
        return send("GET", path, request());
    }

    public Answer post(String path) {
        return send("POST", path, request());
    }

    public Answer post(String path, Object json) {
        return send("POST", path, request().contentType("application/json").body(json));
    }

    public Answer post(String path, Object json, String idempotencyKey) {
        return send(
                "POST",
                path,
                request()
                        .header("Idempotency-Key", idempotencyKey)
                        .contentType("application/json")
                        .body(json));
    }

    public Answer importRooms(String csv) {
        return importRooms("text/csv", csv);
    }

    public Answer importRooms(String type, String lines) {
        // As bytes: rest-assured would look for an encoder of the type.
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return send("POST", "/rooms/import", request().contentType(type).body(bytes));
    }

    public Answer patch(String path, String etag, Object json) {
        return send(
                "PATCH",
                path,
                request()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", etag)
                        .body(json));
    }

    public Answer put(String path, String etag, Object json) {
        return send(
                "PUT",
                path,
                request()
                        .contentType("application/json")
                        .header("If-Match", etag)
                        .body(json));
    }

    public Answer put(String path, String etag) {
        return send("PUT", path, request().header("If-Match", etag));
    }

    public Answer delete(String path, String etag) {
        return send("DELETE", path, request().header("If-Match", etag));
    }

    /** The current version of what they can read there. */
    public String etag(String path) {
        return get(path).is(200).etag();
    }

    /** Changes what is there now. */
    public Answer patchCurrent(String path, Object json) {
        return patch(path, etag(path), json);
    }

    public Answer putCurrent(String path, Object json) {
        return put(path, etag(path), json);
    }

    public Answer deleteCurrent(String path) {
        return delete(path, etag(path));
    }

    /** Every item of a list, page by page. */
    public List<Map<String, Object>> all(String path) {
        return Pages.all(this, path);
    }

    /** For what no method here says. */
    public RequestSpecification request() {
        RequestSpecification request = anonymous(deployment).header("Authorization", "Bearer " + token.get());
        return attentive && !conversation.token().isEmpty()
                ? request.header(Conversation.HEADER, conversation.token())
                : request;
    }

    /**
     * Sends, and as the contract asks of a client, again while the conversation's last change has not arrived: behind an
     * import that may take longer than a service waits. A service waits before it answers so; there is no pause to make.
     */
    public Answer send(String method, String path, RequestSpecification request) {
        long deadline = System.nanoTime() + ARRIVAL.toNanos();
        Response response = request.request(method, "/v1" + path);
        while (isTooEarly(response) && System.nanoTime() < deadline) {
            response = request.request(method, "/v1" + path);
        }
        conversation.heard(response);
        return new Answer(method + " /v1" + path + " by " + name, response);
    }

    private static boolean isTooEarly(Response response) {
        return response.statusCode() == 503 && response.asString().contains("/problems/consistency-timeout");
    }

    /** A request of nobody in particular, held against the habits all the same. */
    public static RequestSpecification anonymous(Deployment deployment) {
        return given().baseUri(deployment.gatewayUrl())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .filter(new AnswerConventions());
    }
}
